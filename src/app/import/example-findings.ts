import {
  type Contract,
  type Definitions,
  type Direction,
  definitionsSent,
  examplesIn,
  type JsonValue,
  type Operation,
  type Schema,
  schemaSent,
  stringifyJson,
} from '../../contract';
import { type Finding, fingerprint, shorten } from '../../result';
import { type Validator, validatorFor } from '../../validator';

/** A schema of a document, and where. */
interface Place {
  readonly where: string;
  readonly schema: Schema;
}

const bodiesOf = (operation: Operation): Place[] => [
  ...operation.parameters.map(({ name, schema }) => ({ where: `${operation.id} parameter ${name}`, schema })),
  ...(operation.request === undefined ? [] : [{ where: `${operation.id} request`, schema: operation.request.schema }]),
  ...operation.responses.flatMap(({ status, schema }) =>
    schema === undefined ? [] : [{ where: `${operation.id} ${status}`, schema }],
  ),
];

/** Every schema of a contract, and where it stands. */
export const placesOf = ({ definitions, operations }: Contract): Place[] => [
  ...Object.entries(definitions).map(([where, schema]) => ({ where, schema })),
  ...operations.flatMap(bodiesOf),
];

const DIRECTIONS: readonly Direction[] = ['response', 'request'];

/** What is wrong with an example, whichever way it goes: a member may be only in responses, or only in requests. */
function problemsOf(validator: Validator, definitions: Definitions, schema: Schema, value: JsonValue): Finding[] {
  const found = DIRECTIONS.map((direction) =>
    validator.model(
      { schema: schemaSent(schema, direction), definitions: definitionsSent(definitions, direction) },
      value,
    ),
  );
  return found.find((findings) => findings.length === 0) ?? found[0] ?? [];
}

/** Examples of a document that do not fit the schema they stand beside: findings about the document. */
export function exampleFindings(contract: Contract): Finding[] {
  const validator = validatorFor(contract);
  return placesOf(contract).flatMap(({ where, schema }) =>
    examplesIn(schema).flatMap(({ pointer, schema: own, value }) => {
      const [problem] = problemsOf(validator, contract.definitions, own, value);
      if (problem === undefined) return [];
      const site = `${where}${pointer}`;
      return [
        {
          rule: 'example',
          level: 'warning' as const,
          pointer,
          message: `${site}: the example does not fit its own schema: ${problem.message}`,
          expected: problem.expected,
          actual: shorten(stringifyJson(value)),
          fingerprint: fingerprint({ rule: 'example', place: site }),
        },
      ];
    }),
  );
}
