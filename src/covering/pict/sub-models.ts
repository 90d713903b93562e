import { CoveringError } from '../covering-error';
import type { Goal } from '../model';
import { subsets } from '../subsets';
import { type PictParameter, sameText } from './parameters';

/** Parameters that are combined among themselves first, and then as one with the others. */
export interface SubModel {
  readonly factors: readonly number[];
  /** Where it is not given, the model's. */
  readonly strength: number | undefined;
}

/**
 * A line `{ Name, Name } @ 3`.
 * @throws CoveringError where it is none, or a name is unknown.
 */
export function readSubModel(line: string, where: string, parameters: readonly PictParameter[]): SubModel {
  const [, names, strength] = /^\s*\{([^}]*)\}\s*(?:@\s*(\d+))?\s*$/.exec(line) ?? [];
  if (names === undefined) {
    throw new CoveringError(`${where} is no sub-model`, { where, next: 'It is written as { Name, Name } @ 2.' });
  }
  const factors = names.split(',').map((name) => {
    const factor = parameters.findIndex((parameter) => sameText(parameter.name, name.trim()));
    if (factor >= 0) return factor;
    throw new CoveringError(`${where} names an unknown parameter, ${name.trim()}`, { where });
  });
  const own = strength === undefined ? undefined : Number(strength);
  if (own !== undefined && (own < 1 || own > factors.length))
    throw new CoveringError(`${where} asks for combinations of ${own} of ${factors.length} parameters`, { where });
  return { factors: [...new Set(factors)].sort((left, right) => left - right), strength: own };
}

/** Every way to take one set of factors from each unit. */
function unions(units: readonly (readonly (readonly number[])[])[]): number[][] {
  return units.reduce<number[][]>(
    (joined, sets) =>
      joined.flatMap((one) => sets.map((set) => [...new Set([...one, ...set])].sort((left, right) => left - right))),
    [[]],
  );
}

/**
 * What PICT covers: combinations of so many units, a unit being a parameter that is in no sub-model, or every
 * combination of a sub-model's strength within it.
 */
export function goalsOf(subModels: readonly SubModel[], count: number, strength: number): Goal[] {
  if (subModels.length === 0) return [{ strength }];
  const bundled = new Set(subModels.flatMap(({ factors }) => factors));
  const alone = Array.from({ length: count }, (_, factor) => factor).filter((factor) => !bundled.has(factor));
  const units = [
    ...subModels.map(({ factors, strength: own }) => [...subsets(factors, Math.min(own ?? strength, factors.length))]),
    ...alone.map((factor) => [[factor]]),
  ];
  const sets = [...subsets(units, Math.min(strength, units.length))].flatMap(unions);
  const distinct = new Map(sets.map((factors) => [factors.join(), factors]));
  return [...distinct.values()].map((factors) => ({ factors, strength: factors.length }));
}
