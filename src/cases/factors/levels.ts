import { equalJson, type FixedValue, type JsonValue, type Kind, type Operation } from '../../contract';
import type { SiteClasses } from '../case-table';
import type { AcceptRow } from '../classes';
import type { Carries, Exclusion, SiteLevel } from './factor';

/** Which of the classes of a site become levels. */
export interface LevelOptions {
  readonly carries?: Carries | undefined;
  readonly operation: Operation;
  /** Sites that hold one value only. */
  readonly fixed?: readonly FixedValue[] | undefined;
  /** Without it, classes that only the text shows are left out: they cannot be told in a value. */
  readonly spellings?: boolean | undefined;
  /** Sites that there is something at only on a condition: in pairs they are absent or present. */
  readonly conditional?: ReadonlySet<string> | undefined;
}

/** The most values of an enum that are combined with other sites each by itself; of longer ones each occurs once. */
const MOST_COMBINED = 8;
/** The most values of an enum that are varied at all. */
const MOST_VALUES = 24;

/** The level of a member that is not there. */
export const ABSENT = 'absent';

/** The names of a site's accept classes, each its own: an enum may have `1` and `"1"`, or a value `absent`. */
export function classNames(rows: readonly AcceptRow[]): string[] {
  const taken = new Set([ABSENT]);
  return rows.map(({ name }) => {
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${name} ${count}`;
    taken.add(free);
    return free;
  });
}

const ONE_BY_ONE: readonly Kind[] = ['enum', 'union'];

/** Values of an enum and branches of a union, where there are many. */
const isMany = ({ site, accept }: SiteClasses, most: number): boolean =>
  ONE_BY_ONE.includes(site.schema.kind) && accept.length > most;

const PRESENT = 'present';

/** What a class counts as in pairs. */
export function coarseOf(
  classes: SiteClasses,
  row: AcceptRow,
  { conditional }: Pick<LevelOptions, 'conditional'>,
): string {
  if (conditional?.has(classes.site.pointer)) return PRESENT;
  return isMany(classes, MOST_COMBINED) ? 'any value' : row.coarse;
}

const SPELLING = 'only the text shows it: a value that was read has lost it';

function refusal(classes: SiteClasses, name: string, row: AcceptRow, value: JsonValue, options: LevelOptions) {
  const { site } = classes;
  const fixed = options.fixed?.find(({ pointer }) => pointer === site.pointer);
  if (fixed !== undefined && !equalJson(fixed.value as JsonValue, value)) return fixed.reason;
  if (row.isSpelling === true && options.spellings !== true && options.carries === undefined) return SPELLING;
  return options.carries?.(site, name, value, options.operation);
}

/** A value that stands for a class alone, or why there is none: `undefined` where all are of another class as well. */
function exampleOf(
  classes: SiteClasses,
  name: string,
  row: AcceptRow,
  options: LevelOptions,
): { readonly value: JsonValue } | { readonly reason: string } | undefined {
  const own = row.isSpelling === true ? row.values : row.values.filter(row.holds);
  const reasons = own.map((value) => refusal(classes, name, row, value, options));
  const usable = reasons.indexOf(undefined);
  if (usable >= 0) return { value: own[usable] as JsonValue };
  return reasons[0] === undefined ? undefined : { reason: reasons[0] };
}

/** The levels that a site's classes give, and those that none can be made of. */
export function levelsOf(
  classes: SiteClasses,
  options: LevelOptions,
): { readonly levels: readonly SiteLevel[]; readonly excluded: readonly Exclusion[] } {
  const names = classNames(classes.accept);
  const levels: SiteLevel[] = [];
  const excluded: Exclusion[] = [];
  const exclude = (name: string, reason: string): void => {
    excluded.push({ site: classes.site.pointer, class: name, reason });
  };
  for (const [index, row] of classes.accept.entries()) {
    const name = names[index] as string;
    const example = exampleOf(classes, name, row, options);
    if (example === undefined) continue;
    if ('reason' in example) exclude(name, example.reason);
    else if (isMany(classes, MOST_VALUES) && levels.length >= MOST_VALUES)
      exclude(name, `only the first ${MOST_VALUES} values are varied`);
    else levels.push({ name, coarse: coarseOf(classes, row, options), level: { value: example.value } });
  }
  return { levels, excluded };
}
