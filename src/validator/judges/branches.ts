import { childPointer, isJsonObject, type JsonValue, type Schema, type UnionSchema } from '../../contract';
import { didYouMean } from '../../result';
import { alternatives, literal, type Problem, typeInWords } from '../problem';

import type { Judge, Place } from './judge';

/** What judges a branch of a union. */
export interface BranchJudges {
  readonly accepts: (branch: Schema, place: Place) => boolean;
  readonly problems: (branch: Schema, place: Place) => readonly Problem[];
  /** Whether a branch says all that its document says: what an inexact one allows, it may refuse. */
  readonly isExact: (branch: Schema) => boolean;
}

/** How far a value is from a branch: another type is further than any number of problems within. */
const remoteness = (problems: readonly Problem[], pointer: string): number =>
  problems.some((problem) => problem.pointer === pointer && problem.check === 'type') ? Infinity : problems.length;

/** The value fits no branch: the problems of the one that it is nearest to. */
function nearest(perBranch: readonly (readonly Problem[])[], place: Place, description?: string): readonly Problem[] {
  const { pointer, value } = place;
  const closest = [...perBranch].sort((left, right) => {
    const [near, far] = [remoteness(left, pointer), remoteness(right, pointer)];
    return near === far ? 0 : near - far;
  })[0];
  if (closest === undefined || remoteness(closest, pointer) < Infinity) return closest ?? [];
  const expected = alternatives([
    ...new Set(perBranch.flatMap((problems) => problems.slice(0, 1).map((first) => first.expected))),
  ]);
  const actual = literal(value);
  const sentence = `is ${actual} (${typeInWords(value)}), which is not ${expected}`;
  return [{ check: 'type', pointer, sentence, expected, actual, description }];
}

type Discriminator = NonNullable<UnionSchema['discriminator']>;

/** The problem of a discriminator that names no branch. */
function unknownBranch({ property, mapping }: Discriminator, named: JsonValue, place: Place): Problem {
  const names = Object.keys(mapping);
  const expected = `one of ${names.join(', ')}`;
  const hint = typeof named === 'string' ? didYouMean(named, names) : '';
  const sentence = `is ${literal(named)}, which is not ${expected}${hint}`;
  const pointer = childPointer(place.pointer, property);
  return { check: 'enum', pointer, sentence, expected, actual: literal(named) };
}

/** What the discriminator tells about a value that fits no branch; `undefined` where it tells nothing. */
function byDiscriminator(schema: UnionSchema, place: Place, judges: BranchJudges): readonly Problem[] | undefined {
  const { discriminator } = schema;
  const named =
    isJsonObject(place.value) && discriminator && Object.hasOwn(place.value, discriminator.property)
      ? place.value[discriminator.property]
      : undefined;
  if (discriminator === undefined || named === undefined || Object.keys(discriminator.mapping).length === 0)
    return undefined;
  const index = Object.hasOwn(discriminator.mapping, String(named)) ? discriminator.mapping[String(named)] : undefined;
  const branch = index === undefined ? undefined : schema.branches[index];
  if (branch === undefined) return [unknownBranch(discriminator, named, place)];
  const problems = judges.problems(branch, place);
  return problems.length > 0 ? problems : undefined;
}

/** A union: any of its branches, or exactly one. Tells the problems of one branch, never of all. */
export const branchesJudge = (schema: UnionSchema, judges: BranchJudges): Judge => {
  const fitting = (place: Place): Schema[] => schema.branches.filter((branch) => judges.accepts(branch, place));
  const isOfOne = (branches: readonly Schema[]): boolean =>
    branches.length === 1 || (branches.length > 1 && branches.filter(judges.isExact).length <= 1);
  const accepts = (place: Place): boolean =>
    schema.mode === 'any' ? schema.branches.some((branch) => judges.accepts(branch, place)) : isOfOne(fitting(place));
  const several = (place: Place, count: number): Problem => ({
    check: 'union',
    pointer: place.pointer,
    sentence: `is ${literal(place.value)}, which fits ${count} of the ${schema.branches.length} alternatives, and exactly one must hold`,
    expected: 'exactly one of the alternatives',
    actual: literal(place.value),
    description: schema.description,
  });
  return {
    accepts,
    problems: (place) => {
      if (accepts(place)) return [];
      const count = fitting(place).length;
      if (count > 1) return [several(place, count)];
      const told = byDiscriminator(schema, place, judges);
      return (
        told ??
        nearest(
          schema.branches.map((branch) => judges.problems(branch, place)),
          place,
          schema.description,
        )
      );
    },
  };
};
