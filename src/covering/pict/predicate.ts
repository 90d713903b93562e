/** What a constraint says: terms over levels of one factor, or of two that are compared, joined. */
export type Predicate = { readonly kind: 'all' | 'any'; readonly parts: readonly Predicate[] } | Term | Comparison;

/** A factor at one of these levels. */
export interface Term {
  readonly kind: 'term';
  readonly factor: number;
  readonly levels: ReadonlySet<number>;
  /** How many levels the factor has. */
  readonly size: number;
}

/** Pairs of levels of two factors. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly left: number;
  readonly right: number;
  /** By level of the left factor, the levels of the right one that go with it. */
  readonly table: readonly ReadonlySet<number>[];
  /** How many levels the right factor has. */
  readonly size: number;
}

const others = (levels: ReadonlySet<number>, size: number): Set<number> =>
  new Set(Array.from({ length: size }, (_, level) => level).filter((level) => !levels.has(level)));

/** The predicate that holds where this one does not. */
export function not(predicate: Predicate): Predicate {
  switch (predicate.kind) {
    case 'term':
      return { ...predicate, levels: others(predicate.levels, predicate.size) };
    case 'comparison':
      return { ...predicate, table: predicate.table.map((levels) => others(levels, predicate.size)) };
    default:
      return { kind: predicate.kind === 'all' ? 'any' : 'all', parts: predicate.parts.map(not) };
  }
}

/** Levels by factor: all of them together. */
type Conjunction = ReadonlyMap<number, ReadonlySet<number>>;

/** Both conjunctions together; `undefined` where that cannot be. */
function both(one: Conjunction, other: Conjunction): Conjunction | undefined {
  const joined = new Map(one);
  for (const [factor, levels] of other) {
    const before = joined.get(factor);
    const left = before === undefined ? levels : new Set([...levels].filter((level) => before.has(level)));
    if (left.size === 0) return undefined;
    joined.set(factor, left);
  }
  return joined;
}

const alternatives = (predicate: Predicate, most: number): Conjunction[] => {
  switch (predicate.kind) {
    case 'term':
      return predicate.levels.size === 0 ? [] : [new Map([[predicate.factor, predicate.levels]])];
    case 'comparison':
      return predicate.table.flatMap((levels, level) => {
        const pair = both(new Map([[predicate.left, new Set([level])]]), new Map([[predicate.right, levels]]));
        return pair === undefined ? [] : [pair];
      });
    case 'any':
      return bounded(
        predicate.parts.flatMap((part) => alternatives(part, most)),
        most,
      );
    case 'all':
      return predicate.parts.reduce<Conjunction[]>(
        (joined, part) => {
          const ways = alternatives(part, most);
          return bounded(
            joined.flatMap((one) => ways.flatMap((other) => both(one, other) ?? [])),
            most,
          );
        },
        [new Map()],
      );
  }
};

function bounded(conjunctions: Conjunction[], most: number): Conjunction[] {
  if (conjunctions.length > most) throw new RangeError(`more than ${most} combinations`);
  return conjunctions;
}

/**
 * The conjunctions of level sets of which one holds just where the predicate does.
 * @throws RangeError where there are more than `most`.
 */
export const conjunctionsOf = (predicate: Predicate, most: number): [factor: number, levels: number[]][][] =>
  alternatives(predicate, most).map((conjunction) =>
    [...conjunction].map(([factor, levels]) => [factor, [...levels].sort((left, right) => left - right)]),
  );
