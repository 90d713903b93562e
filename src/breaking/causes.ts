import type { Compared } from './contract/place';
import type { Proven } from './evidence';
import type { BreakingRule, Change, DiffLevel } from './rules';

/** One change at one place, with all that is known of it. */
export interface Weighed extends Proven {
  readonly compared: Compared;
  readonly rule: BreakingRule;
  readonly level: DiffLevel;
}

/** One change at all places that share it. */
export interface Cause {
  readonly first: Weighed;
  readonly all: readonly Weighed[];
}

/** Changes around schemas that many operations may have in common, as by the security of a whole document. */
const SHARED = /^(?:security|request-media-type|response-media-type)-/;

const keys = new WeakMap<object, number>();
let count = 0;

function numberOf(origin: object): number {
  const known = keys.get(origin) ?? count++;
  keys.set(origin, known);
  return known;
}

/** What makes two changes one: the same pair of schemas that was compared once, or the same words around them. */
function keyOf({ change, rule, level }: Weighed): string | undefined {
  const { origin, name, subject, before, after } = change as Change;
  if (origin !== undefined) return [rule.id, level, numberOf(origin), name, subject ?? ''].join(' ');
  return SHARED.test(name) ? [rule.id, level, before, after, subject ?? ''].join('\n') : undefined;
}

/** Puts together what has one cause, in the order of the first places. */
export function causesOf(weighed: readonly Weighed[]): Cause[] {
  const byKey = new Map<string, Weighed[]>();
  const groups = weighed.flatMap((one) => {
    const key = keyOf(one);
    const known = key === undefined ? undefined : byKey.get(key);
    if (known !== undefined) {
      known.push(one);
      return [];
    }
    const group = [one];
    if (key !== undefined) byKey.set(key, group);
    return [group];
  });
  return groups.map((all) => ({ first: all.find(({ witness }) => witness !== undefined) ?? (all[0] as Weighed), all }));
}

const LEVELS: readonly DiffLevel[] = ['breaking', 'warning', 'compatible'];

const rank = ({ first }: Cause): number => LEVELS.indexOf(first.level) * 2 + (first.witness === undefined ? 1 : 0);

/** Breaking changes first, those with a payload before the others. */
export const mostHarmfulFirst = (causes: readonly Cause[]): Cause[] =>
  [...causes].sort((left, right) => rank(left) - rank(right));
