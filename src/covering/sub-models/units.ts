import type { Row } from '../model';
import { unitsOf } from '../resolve';
import type { ResolvedFactor, ResolvedGoal, ResolvedModel, Term } from '../resolved-model';

/** One way to set the factors of a sub-model: a level for each, in their order. */
export type Way = readonly number[];

/** By sub-model, the ways in which rows set it. */
export type Ways = readonly (readonly Way[])[];

/** A model of which each sub-model is one factor, with the ways to set it as its levels. */
export interface UnitModel {
  readonly model: ResolvedModel;
  /** A row of the whole model as one of units, -1 where what it sets is none of the ways. */
  readonly ofRow: (row: Row) => Row;
  /** A row of units as one of the whole model. */
  readonly toRow: (row: Row) => Row;
}

/**
 * Makes each sub-model one factor. What is forbidden is forbidden to the ways that hold it, and ways of two sub-models
 * that share a factor agree on it.
 */
export function unitModelOf(model: ResolvedModel, ways: Ways): UnitModel {
  const units = unitsOf(model.factors.length, model.subModels);
  const unitOf = model.factors.map((_, factor) => units.findIndex((unit) => unit.includes(factor)));
  const all = units.map((_, unit) => unit);
  const [goal] = model.goals;
  const strength = goal?.strength ?? 1;
  const negative = model.negativeGoals.map((own) => ({
    ...own,
    factors: all,
    strength: Math.min(own.strength, units.length),
  }));
  return {
    model: {
      factors: units.map((unit, index) => factorOf(model, unit, ways[index])),
      forbidden: [
        ...model.forbidden.flatMap((terms) => translated(terms, units, unitOf, ways)),
        ...disagreements(units, ways),
      ],
      goals: [{ factors: all, strength, on: 'level' }],
      subModels: [],
      negativeGoals: negative,
      keep: [],
    },
    ofRow: (row) => units.map((unit, index) => levelIn(unit, ways[index], row)),
    toRow: (row) =>
      unitOf.map((unit, factor) => {
        const level = row[unit] as number;
        return ways[unit]?.[level]?.[units[unit]?.indexOf(factor) ?? 0] ?? level;
      }),
  };
}

/** The way that a row sets the factors of a sub-model; `undefined` where it leaves one open. */
export function wayIn(factors: readonly number[], row: Row): Way | undefined {
  const way = factors.map((factor) => row[factor] ?? -1);
  return way.includes(-1) ? undefined : way;
}

const levelIn = (unit: readonly number[], ways: readonly Way[] | undefined, row: Row): number => {
  if (ways === undefined) return row[unit[0] as number] ?? -1;
  const own = wayIn(unit, row)?.join();
  return ways.findIndex((way) => way.join() === own);
};

function factorOf(
  { factors }: ResolvedModel,
  unit: readonly number[],
  ways: readonly Way[] | undefined,
): ResolvedFactor {
  if (ways === undefined) return factors[unit[0] as number] as ResolvedFactor;
  const levels = ways.map((way, index) => {
    const own = way.map((level, at) => factors[unit[at] as number]?.levels[level]);
    return {
      name: own.map((level) => level?.name ?? '').join(', '),
      class: index,
      invalid: own.some((level) => level?.invalid === true),
    };
  });
  return {
    name: unit.map((factor) => factors[factor]?.name ?? '').join(', '),
    levels,
    classes: levels.map(({ name }) => name),
  };
}

/** A forbidden conjunction over units; none where no way holds what it asks of a sub-model. */
function translated(
  terms: readonly Term[],
  units: readonly (readonly number[])[],
  unitOf: readonly number[],
  ways: Ways,
): Term[][] {
  const concerned = [...new Set(terms.map(({ factor }) => unitOf[factor] as number))].sort(
    (left, right) => left - right,
  );
  const joined = concerned.map((unit): Term => {
    const own = terms.filter(({ factor }) => unitOf[factor] === unit);
    const holds = (way: Way): boolean =>
      own.every(({ factor, levels }) => levels.includes(way[units[unit]?.indexOf(factor) ?? 0] as number));
    const levels = ways[unit]?.flatMap((way, level) => (holds(way) ? [level] : [])) ?? own[0]?.levels ?? [];
    return { factor: unit, levels };
  });
  return joined.some(({ levels }) => levels.length === 0) ? [] : [joined];
}

/** Ways of two sub-models that set a factor of both in different ways. */
function disagreements(units: readonly (readonly number[])[], ways: Ways): Term[][] {
  return ways.flatMap((own, one) =>
    ways.slice(one + 1).flatMap((others, offset) => {
      const other = one + 1 + offset;
      const shared = (units[one] ?? []).filter((factor) => units[other]?.includes(factor));
      return shared.length === 0 ? [] : disagreementsOf(shared, [one, other], units, [own, others]);
    }),
  );
}

function disagreementsOf(
  shared: readonly number[],
  [one, other]: readonly [number, number],
  units: readonly (readonly number[])[],
  [own, others]: readonly [readonly Way[], readonly Way[]],
): Term[][] {
  const sharedOf = (unit: number, way: Way): string =>
    shared.map((factor) => way[units[unit]?.indexOf(factor) ?? 0]).join();
  const left = own.map((way) => sharedOf(one, way));
  const right = others.map((way) => sharedOf(other, way));
  return [...new Set(left)].flatMap((text) => {
    const differing = right.flatMap((theirs, level) => (theirs === text ? [] : [level]));
    if (differing.length === 0) return [];
    const alike = left.flatMap((theirs, level) => (theirs === text ? [level] : []));
    return [
      [
        { factor: one, levels: alike },
        { factor: other, levels: differing },
      ],
    ];
  });
}

/** The factors that are in no sub-model. */
function aloneIn({ factors, subModels }: ResolvedModel): number[] {
  return unitsOf(factors.length, subModels)
    .slice(subModels.length)
    .map(([factor]) => factor as number);
}

/** What the factors in no sub-model are to be combined in among themselves; none where there are none. */
export function aloneGoals(model: ResolvedModel): ResolvedGoal[] {
  const factors = aloneIn(model);
  const strength = Math.min(model.goals[0]?.strength ?? 1, factors.length);
  return factors.length === 0 ? [] : [{ factors, strength, on: 'level' }];
}

/** The ways in which rows set some factors, as far as they set all of them. */
export function distinctWays(factors: readonly number[], rows: readonly Row[]): Way[] {
  const ways = new Map<string, Way>();
  for (const row of rows) {
    const way = wayIn(factors, row);
    if (way !== undefined && !ways.has(way.join())) ways.set(way.join(), way);
  }
  return [...ways.values()];
}

/** By sub-model, the ways in which rows set it. */
export const waysIn = ({ subModels }: ResolvedModel, rows: readonly Row[]): Ways =>
  subModels.map(({ factors }) => distinctWays(factors, rows));
