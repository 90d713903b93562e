import { generateCases } from '../../cases';
import {
  bodyBytes,
  type Case,
  type Contract,
  fits,
  type JsonValue,
  jsonValueIn,
  type Operation,
  type Parameter,
  parseJson,
  type Schema,
  schemaSent,
  type WireText,
  wireReadings,
  wireTexts,
} from '../../contract';
import { itemsOf, type RequestMaking, requestOf, roleOf, sendingProblem } from '../../pact';
import {
  type Exploration,
  exploreResources,
  type ParameterCase,
  Performer,
  type Reference,
  remembered,
  type VerifyOptions,
} from '../../provider';
import { validatorFor } from '../../validator';
import { asAnswers, requestMaking } from '../pacts/request-making';

/** How much is explored of the resources of a contract, and with what. */
interface ExploredResourcesOptions {
  readonly count: number;
  readonly seed: number;
  readonly calls?: number | undefined;
  readonly timeMs?: number | undefined;
  readonly otherHeaders?: Readonly<Record<string, string>> | undefined;
}

/** So many values of a parameter are sent of each kind. */
const MOST_VALUES = 12;

/** Bodies that an operation may be sent: those that cover its classes, then those of every edge. */
export function* bodiesOf(contract: Contract, operation: Operation, seed: number): Generator<JsonValue> {
  const requests = asAnswers(contract, operation);
  if (requests.operations.length === 0) return;
  const options = { verdict: 'accept', seed } as const;
  for (const mode of ['covering', 'edge'] as const)
    for (const one of generateCases(requests, { ...options, mode })) yield parseJson(bodyBytes(one).toString('utf8'));
}

function rejectsOf(contract: Contract, operation: Operation, seed: number): Iterable<Case> {
  const requests = asAnswers(contract, operation);
  if (requests.operations.length === 0) return [];
  return generateCases(requests, { operationId: operation.id, mode: 'edge', verdict: 'reject', seed });
}

/** A contract whose one answer is the value of a parameter: its cases are values. */
function asParameter(contract: Contract, operation: Operation, schema: Schema): Contract {
  const echo = { status: '200', mediaType: 'application/json', schema, headers: [], states: [] };
  return { ...contract, operations: [{ ...operation, responses: [echo] }], rules: [], fixed: [] };
}

/** Whether a text is a number that languages read as one of another form: `1.0`, `1e3`. */
const isOtherForm = (texts: readonly WireText[], isAllowed: (value: JsonValue) => boolean): boolean =>
  texts.some(([, text]) => text.trim() !== '' && !Number.isNaN(Number(text)) && isAllowed(Number(text)));

function parameterCases(
  contract: Contract,
  operation: Operation,
  parameter: Parameter,
  isAllowed: boolean,
  seed: number,
): ParameterCase[] {
  const { definitions } = contract;
  const model = asParameter(contract, operation, parameter.schema);
  const accepts = (value: JsonValue): boolean => fits(parameter.schema, definitions, value);
  const found = new Map<string, ParameterCase>();
  const verdict = isAllowed ? 'accept' : 'reject';
  for (const one of generateCases(model, { operationId: operation.id, mode: 'edge', verdict, seed })) {
    const value = jsonValueIn(bodyBytes(one).toString('utf8'));
    const texts = value === undefined ? undefined : wireTexts(parameter, value);
    if (texts === undefined) continue;
    const readings = wireReadings(parameter, texts, definitions);
    const isRead = readings.some(accepts) || (!isAllowed && isOtherForm(texts, accepts));
    const key = JSON.stringify(texts);
    // What another form of the value says is nothing of this parameter.
    if (readings.length > 0 && isRead === isAllowed && !found.has(key))
      found.set(key, { id: one.reason ?? one.id, texts });
    if (found.size === MOST_VALUES) break;
  }
  return [...found.values()];
}

/** Returns the plainest call of an operation, without the states that its answer needs. */
export const plainCall = (contract: Contract, making: RequestMaking) => (operation: Operation) => {
  const [response = { status: '200', headers: [], states: [] }] = operation.responses;
  const { provokedBy: _valid, ...plain } = response;
  const sources = { before: undefined, request: operation.request === undefined ? undefined : {}, response: undefined };
  return { states: [], request: requestOf({ contract, operation, making }, plain, sources) };
};

/** Explores a live service by its own API: what the document alone tells is enough. */
export function exploredResources(
  reference: Reference,
  verifying: VerifyOptions,
  options: ExploredResourcesOptions,
  skipped: ReadonlySet<string>,
): Promise<Exploration> {
  const { contract } = reference;
  const { count, seed, calls, timeMs, otherHeaders } = options;
  const making = requestMaking(contract);
  const validator = validatorFor(contract);
  const bodies = new Map<Operation, Iterable<JsonValue>>();
  const { signal: _interrupt, ...always } = verifying;
  const unsendable = (operation: Operation): string | undefined => sendingProblem(contract, operation, making);
  const told = contract.operations.map((operation) => {
    const reason = unsendable(operation);
    return reason === undefined ? operation : { ...operation, unsendable: reason };
  });
  return exploreResources(
    {
      reference: { ...reference, contract: { ...contract, operations: told } },
      performer: new Performer(verifying),
      remover: new Performer(always),
      plainCall: plainCall(contract, making),
      bodiesOf: (operation) => {
        const known = bodies.get(operation) ?? remembered(() => bodiesOf(contract, operation, seed));
        bodies.set(operation, known);
        return known;
      },
      rejectsOf: (operation) => rejectsOf(contract, operation, seed),
      parameterCases: (operation, parameter, isAllowed) =>
        parameterCases(contract, operation, parameter, isAllowed, seed),
      isSendable: ({ request }, body) =>
        request !== undefined &&
        validator.sendable({ schema: schemaSent(request.schema, 'request'), definitions: contract.definitions }, body),
      itemsOf,
      roleOf,
      otherHeaders,
      bounds: { count, calls, timeMs },
      turnedOff: verifying.turnedOff,
      mask: verifying.mask,
      signal: verifying.signal,
    },
    skipped,
  );
}
