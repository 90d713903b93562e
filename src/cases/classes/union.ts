import type { JsonValue, Schema, UnionSchema } from '../../contract';
import { acceptAsItself, distinct, type KindClasses, type Making } from './row';
import { wrongTypes } from './wrong-types';

/** How a branch is called: by its model or its kind, counted where that is not enough. */
function branchNames(branches: readonly Schema[]): string[] {
  const plain = branches.map((branch) => (branch.kind === 'reference' ? branch.name : branch.kind));
  return plain.map((name, index) => (plain.indexOf(name) === plain.lastIndexOf(name) ? name : `${name} ${index + 1}`));
}

/** Of a value that is of two branches where it may be of one only, so many others are tried. */
const MOST_TRIED = 12;

function typicalUnion(schema: UnionSchema, make: Making, n: number): JsonValue | undefined {
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const values = schema.branches.map((branch) => make.typical(branch, n + tried));
    const made = values.filter((value) => value !== undefined);
    const allowed = made.find((value) => make.allows(schema, value));
    if (allowed !== undefined || made.length === 0) return allowed;
  }
  return undefined;
}

/** Classes of unions: each branch, and what is of none. */
export const unionClasses: KindClasses<UnionSchema> = {
  typical: typicalUnion,
  rows: (schema, make) => [
    ...branchNames(schema.branches).map((name, index) => {
      const branch = schema.branches[index] as Schema;
      return acceptAsItself(name, distinct(make, branch, 1), (value) => make.allows(branch, value));
    }),
    ...wrongTypes('what any branch allows'),
  ],
};
