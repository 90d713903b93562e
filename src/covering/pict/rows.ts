import { CoveringError } from '../covering-error';
import type { Level, Model, Row } from '../model';
import { levelOf } from '../resolve';

const shown = ({ name, invalid }: Level): string => (invalid === true ? `~${name}` : name);

/** Rows as PICT prints them: the factors' names, then a row on a line, separated by tabs; invalid levels have a `~`. */
export function writePictRows({ factors }: Model, rows: readonly Row[]): string {
  const lines = rows.map((row) => row.map((level, factor) => shown(levelOf(factors[factor]?.levels[level] ?? ''))));
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
 * does not have, since it has changed, is open too.
 * @throws CoveringError where there is no line with names.
 */
export function readPictRows({ factors }: Model, text: string): ReadRows {
  const [head, ...lines] = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  if (head === undefined) throw new CoveringError('the rows have no line with the names of the factors');
  const columns = factors.map(({ name }) => head.indexOf(name));
  const unknown = head.filter((name) => !factors.some((factor) => factor.name === name));
  const rows = lines.map((cells) =>
    factors.map(({ name, levels }, factor) => {
      const cell = cells[columns[factor] ?? -1] ?? '';
      const level = levels.findIndex((own) => [shown(levelOf(own)), levelOf(own).name].includes(cell));
      if (level < 0 && cell !== '') unknown.push(`${name} ${cell}`);
      return level;
    }),
  );
  return { rows, unknown: [...new Set(unknown)] };
}
