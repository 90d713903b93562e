import type { Tools } from '../../breaking';
import { drawsOf, generateCases } from '../../cases';
import { type Contract, ContractError, type JsonValue, type Model, parseJson } from '../../contract';
import { validatorFor } from '../../validator';

/** The smallest contract whose one answer is of a model. */
const contractOf = (model: Model): Contract => ({
  version: 1,
  name: 'model',
  consumer: 'consumer',
  provider: 'provider',
  wireNames: 'documented',
  definitions: model.definitions,
  operations: [
    {
      id: 'read',
      method: 'GET',
      path: '/',
      parameters: [],
      security: { scheme: 'none' },
      responses: [{ status: '200', mediaType: 'application/json', schema: model.schema, headers: [], states: [] }],
    },
  ],
  rules: [],
  fixed: [],
});

/** What is nested deeper than this shows nothing that a reader of a report could see. */
const DEEPEST = 50;

const isShallow = (value: JsonValue, left = DEEPEST): boolean =>
  left > 0 &&
  (typeof value !== 'object' || value === null || Object.values(value).every((inner) => isShallow(inner, left - 1)));

/** Every class of every site of a model, one at a time. */
function* payloadsOf(model: Model): Generator<JsonValue> {
  for (const { verdict, body } of generateCases(contractOf(model), { mode: 'edge', seed: 1 })) {
    const value = verdict === 'reject' || body === undefined ? undefined : parsed(body);
    if (value !== undefined && isShallow(value)) yield value;
  }
}

/** How many payloads are drawn at random. */
const DRAWS = 200;

/** Payloads of a model as they come by chance. */
function* someDrawsOf(model: Model): Generator<JsonValue> {
  let left = DRAWS;
  for (const value of drawsOf(model, 1)) {
    if (isShallow(value)) yield value;
    left -= 1;
    if (left === 0) return;
  }
}

/** None where values of a model cannot be made. */
function* whereThereAre(values: Iterable<JsonValue>): Generator<JsonValue> {
  try {
    yield* values;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
  }
}

/** Cases of the document as a whole need not be JSON. */
function parsed(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Payloads and a judge for a comparison. */
export function diffTools(contract: Contract): Tools {
  const validator = validatorFor(contract);
  return {
    accepts: (model, value) => validator.accepts(model, value),
    refusals: (model, value) => validator.model(model, value).map(({ pointer }) => pointer),
    payloads: (model) => whereThereAre(payloadsOf(model)),
    draws: (model) => whereThereAre(someDrawsOf(model)),
  };
}
