import type { Row } from '../covering';
import type { FactorModel, SiteFactor } from './factors/factor';
import { ABSENT } from './factors/levels';
import type { ReadRow } from './kept-rows';

/** How a site is called in a sentence: `loginHistory[].date`. */
const wordOf = ({ site }: SiteFactor): string =>
  site.pointer
    .slice(1)
    .replaceAll('/[]', '[]')
    .replaceAll('/{}', '{}')
    .replaceAll(/\/?\|\d+/g, '')
    .replaceAll('/', '.') || 'body';

const levelNames = (model: FactorModel, row: Row): string[] =>
  model.factors.map(({ levels }, factor) => levels[row[factor] ?? 0]?.name ?? '');

/** The most things that a name says. */
const MOST_SAID = 3;

const PLAIN = ['typical', ABSENT];

const depthOf = ({ site }: SiteFactor): number => site.pointer.split('/').length;

/** What is special about a row: levels that few rows have, outer sites first. */
function special(model: FactorModel, rows: readonly Row[], row: Row): string[] {
  const rarity = (factor: number): number => rows.filter((other) => other[factor] === row[factor]).length;
  return model.factors
    .map((factor, index) => ({ factor, index, level: factor.levels[row[index] ?? 0]?.name ?? '' }))
    .filter(({ level }) => !PLAIN.includes(level))
    .map((entry) => ({ ...entry, rarity: rarity(entry.index) }))
    .sort((left, right) => left.rarity - right.rarity || depthOf(left.factor) - depthOf(right.factor))
    .map(({ factor, level }) => `${wordOf(factor)} ${level}`);
}

function plainName(model: FactorModel, row: Row): string | undefined {
  const names = levelNames(model, row);
  if (names.every((name, factor) => name !== ABSENT && isPlain(model, factor, name))) return 'all members, plain';
  const optional = model.factors.flatMap(({ site }, factor) => (site.optional ? [names[factor]] : []));
  return optional.length > 0 && optional.every((name) => name === ABSENT) ? 'only the required members' : undefined;
}

const isPlain = (model: FactorModel, factor: number, name: string): boolean =>
  name === 'typical' || model.factors[factor]?.levels[0]?.name === name;

/** Whether a row is what a kept one was, as far as that is known. */
const isStill = (kept: ReadRow, row: Row): boolean =>
  kept.hasLost !== true &&
  kept.row.some((level) => level >= 0) &&
  kept.row.every((level, factor) => level < 0 || level === row[factor]);

/** A name of its own for each row, that says what is special about it; a kept row that is as it was keeps its name. */
export function namedRows(model: FactorModel, rows: readonly Row[], kept: readonly ReadRow[]): ReadRow[] {
  const taken = new Set<string>();
  const named = rows.map((row) => {
    const before = kept.find((other) => isStill(other, row) && !taken.has(other.name));
    if (before !== undefined) taken.add(before.name);
    return { row, name: before?.name };
  });
  return named.map(({ row, name }) => {
    if (name !== undefined) return { row, name };
    const said = special(model, rows, row);
    const plain = plainName(model, row);
    const choices = [
      ...(plain === undefined ? [] : [plain]),
      ...said.map((_, count) => said.slice(0, Math.max(count + 1, MOST_SAID)).join(', ')),
    ];
    const first = choices[0] ?? 'plain';
    const free = choices.find((choice) => !taken.has(choice)) ?? numbered(first, taken);
    taken.add(free);
    return { row, name: free };
  });
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let count = 2;
  while (taken.has(`${name} ${count}`)) count += 1;
  return taken.has(name) ? `${name} ${count}` : name;
}
