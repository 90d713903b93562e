import { CoveringError } from '../covering-error';
import type { Level, Model, Row } from '../model';
import { levelOf, textsOf } from '../resolve';
import { determinedBy } from '../results';
import { type PictSyntax, syntaxOf } from './syntax';

/** What PICT prints for a result that the constraints do not determine. */
const UNDETERMINED = '?';

/**
 * Prints rows as PICT does: the factors' names, then a row on a line, separated by tabs. Invalid levels have a prefix;
 * the names of a level take turns.
 */
export function writePictRows(model: Model, rows: readonly Row[], given: PictSyntax = {}): string {
  const { factors } = model;
  const { invalidPrefix } = syntaxOf(given);
  const isDetermined = determinedBy(model);
  const turns = factors.map(({ levels }) => levels.map(() => 0));
  const cell = (row: Row, factor: number): string => {
    const level = row[factor] as number;
    if (!isDetermined(row, factor)) return UNDETERMINED;
    const own = levelOf(factors[factor]?.levels[level] ?? '');
    const turn = turns[factor]?.[level] ?? 0;
    (turns[factor] as number[])[level] = turn + 1;
    const texts = textsOf(own);
    return `${own.invalid === true ? invalidPrefix : ''}${texts[turn % texts.length]}`;
  };
  const lines = rows.map((row) => factors.map((_, factor) => cell(row, factor)));
  return [factors.map(({ name }) => name), ...lines].map((cells) => `${cells.join('\t')}\n`).join('');
}

/** Rows that were read, and what of them the model does not have. */
export interface ReadRows {
  readonly rows: readonly Row[];
  /** Names of columns, and values, that the model has not. */
  readonly unknown: readonly string[];
}

/**
 * Reads rows as PICT prints and takes them: columns by name, an empty cell for a level that is open. What the model
 * does not have, since it has changed, is open too, and what a row should give as a result.
 * @throws CoveringError where there is no line with names.
 */
export function readPictRows({ factors }: Model, text: string, given: PictSyntax = {}): ReadRows {
  const { fold, invalidPrefix } = syntaxOf(given);
  const [head, ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  if (head === undefined) throw new CoveringError('the rows have no line with the names of the factors');
  const columns = factors.map(({ name }) => head.findIndex((own) => fold(own) === fold(name)));
  const unknown = head.filter((name) => !factors.some((factor) => fold(factor.name) === fold(name)));
  const isNamed = (level: string | Level, cell: string): boolean => {
    const own = levelOf(level);
    const names = [...textsOf(own), own.name].map(fold);
    return (
      names.includes(fold(cell)) ||
      (own.invalid === true && names.some((name) => fold(cell) === fold(invalidPrefix) + name))
    );
  };
  const rows = lines.map((cells) =>
    factors.map(({ name, levels, result }, factor) => {
      const cell = cells[columns[factor] ?? -1] ?? '';
      if (result === true) return -1;
      const exact = levels.findIndex((own) => textsOf(levelOf(own)).includes(cell));
      const level = exact >= 0 ? exact : levels.findIndex((own) => isNamed(own, cell));
      if (level < 0 && cell !== '') unknown.push(`${name} ${cell}`);
      return level;
    }),
  );
  return { rows, unknown: [...new Set(unknown)] };
}
