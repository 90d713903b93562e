import { typicalOf } from '../../cases';
import {
  type Contract,
  ContractError,
  type Interpreter,
  interpret,
  type Schema,
  type StringSchema,
} from '../../contract';
import { type Finding, fingerprint } from '../../result';
import { placesOf } from './example-findings';

const NONE: readonly StringSchema[] = [];

/** The texts of a schema that have a pattern; those of its models are looked at there. */
const PATTERNED: Interpreter<readonly StringSchema[]> = {
  string: (schema) => (schema.pattern === undefined ? NONE : [schema]),
  integer: () => NONE,
  number: () => NONE,
  boolean: () => NONE,
  null: () => NONE,
  enum: () => NONE,
  any: () => NONE,
  array: ({ items }, recur) => recur(items),
  map: ({ values }, recur) => recur(values),
  object: ({ properties }, recur) => properties.flatMap(({ schema }) => recur(schema)),
  union: ({ branches }, recur) => branches.flatMap(recur),
  reference: () => NONE,
};

/** Why no text can be made; `undefined` where one can. */
function problemOf(schema: Schema): string | undefined {
  try {
    return typicalOf({ schema, definitions: {} }) === undefined ? 'no text can be made' : undefined;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return error.message;
  }
}

/** Patterns that no text can be made for, as where look-around contradicts the rest: cases would end there. */
export function patternFindings(contract: Contract): Finding[] {
  return placesOf(contract).flatMap(({ where, schema }) =>
    interpret(PATTERNED, schema).flatMap((text): Finding[] => {
      const problem = problemOf(text);
      if (problem === undefined) return [];
      const message = `${where}: ${problem}: no cases can be made of it until a refinement in contract.ts says another pattern`;
      const expected = text.pattern ?? '';
      const identity = fingerprint({ rule: 'pattern', place: where, scope: expected });
      return [{ rule: 'pattern', level: 'warning', pointer: '', message, expected, actual: '', fingerprint: identity }];
    }),
  );
}
