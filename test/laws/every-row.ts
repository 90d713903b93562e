import type { Level, Model, Row } from '../../src/covering';

/** What a model asks for, found by looking at every row there is. Shares nothing with the product. */
export interface Enumerated {
  /** Every row that may be, invalid levels one at most. */
  readonly rows: readonly Row[];
  /** The tuples that some row holds and a goal asks for, as texts. */
  readonly tuplesIn: (rows: readonly Row[]) => Set<string>;
}

export const levelIn = (model: Model, factor: number, level: number): Level =>
  model.factors[factor]?.levels[level] as Level;

/** Whether no level of a row is an invalid one. */
export const isValid = (model: Model, row: Row): boolean =>
  row.every((level, factor) => levelIn(model, factor, level).invalid !== true);

function everyRow({ factors }: Model): Row[] {
  return factors.reduce<Row[]>(
    (rows, { levels }) => rows.flatMap((row) => levels.map((_, level) => [...row, level])),
    [[]],
  );
}

const isForbidden = (model: Model, row: Row): boolean =>
  (model.forbidden ?? []).some((terms) =>
    terms.every(([factor, levels]) => levels.includes(row[factor as number] as number)),
  );

function choices(items: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, at) => choices(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
}

/** Every row of a model, and what rows cover of it. */
export function enumerated(model: Model): Enumerated {
  const invalidIn = (row: Row): number[] =>
    row.flatMap((level, factor) => (levelIn(model, factor, level).invalid ? [factor] : []));
  const all = model.factors.map((_, factor) => factor);
  const sets = (model.goals ?? []).flatMap(({ factors = all, strength, on }, goal) =>
    choices(
      [...(factors as number[])].sort((left, right) => left - right),
      strength,
    ).map((chosen) => ({ chosen, on, goal })),
  );
  const symbol = (factor: number, level: number, on: string | undefined): string => {
    const own = levelIn(model, factor, level);
    return on === 'class' ? (own.class ?? own.name) : `${level}`;
  };
  const negative = typeof model.negativeStrength === 'number' ? model.negativeStrength : 1;
  const tuplesOf = (row: Row): string[] => {
    const [invalid] = invalidIn(row);
    if (invalid === undefined)
      return sets.map(({ chosen, on, goal }) =>
        JSON.stringify([goal, chosen, chosen.map((factor) => symbol(factor, row[factor] as number, on))]),
      );
    const others = all.filter((factor) => factor !== invalid);
    return choices(others, negative - 1).map((chosen) =>
      JSON.stringify(['negative', invalid, row[invalid], chosen, chosen.map((factor) => row[factor])]),
    );
  };
  return {
    rows: everyRow(model).filter((row) => invalidIn(row).length <= 1 && !isForbidden(model, row)),
    tuplesIn: (rows) => new Set(rows.flatMap(tuplesOf)),
  };
}
