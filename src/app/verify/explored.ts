import { generateCases } from '../../cases';
import {
  type Case,
  type Contract,
  type JsonObject,
  type JsonValue,
  keyText,
  type Operation,
  successOf,
  valueAt,
} from '../../contract';
import { isAddressable, type RequestMaking, requestOf, stateOf } from '../../pact';
import {
  type CallFor,
  type Exploration,
  explore,
  objectsOf,
  Performer,
  type Reference,
  remembered,
  type VerifyOptions,
} from '../../provider';
import { validatorFor } from '../../validator';
import { asAnswers, requestMaking } from '../pacts/request-making';

/** How much is explored, and with what. */
interface ExploredOptions {
  /** How many updates. */
  readonly count: number;
  readonly seed: number;
}

/** One of each in turn, as long as both have more; then the rest of the one that has. */
function* inTurn<T>(left: Iterable<T>, right: Iterable<T>): Generator<T> {
  const sides = [left[Symbol.iterator](), right[Symbol.iterator]()];
  while (sides.length > 0)
    for (const side of [...sides]) {
      const next = side.next();
      if (next.done === true) sides.splice(sides.indexOf(side), 1);
      else yield next.value;
    }
}

/** The covering rows, then every value of each class beside drawn ones, without end, as far as they are asked for. */
function* acceptCases(contract: Contract, operationId: string, seed: number): Generator<Case> {
  const options = { operationId, verdict: 'accept', seed } as const;
  yield* generateCases(contract, { ...options, mode: 'covering' });
  yield* inTurn(
    generateCases(contract, { ...options, mode: 'edge' }),
    generateCases(contract, { ...options, mode: 'random', count: Infinity }),
  );
}

/** What an operation may answer with: whether it is allowed, and examples without end, the same each time. */
interface Bodies {
  readonly isAllowed: (value: JsonValue) => boolean;
  readonly objects: Iterable<JsonObject>;
}

function bodiesOf(contract: Contract, operation: Operation, seed: number): Bodies {
  const schema = contract.operations.length === 0 ? undefined : successOf(operation)?.schema;
  if (schema === undefined) return { isAllowed: () => false, objects: [] };
  const validator = validatorFor(contract);
  const model = { schema, definitions: contract.definitions };
  const isAllowed = (value: JsonValue): boolean => validator.accepts(model, value);
  return { isAllowed, objects: remembered(() => objectsOf(acceptCases(contract, operation.id, seed), isAllowed)) };
}

/** What was made for a contract, by what it was made from. */
const MADE = new WeakMap<Contract, Map<string, Bodies>>();

/** Made once where operations are alike, and where a contract is explored again: it is most of the work. */
function madeOnce(contract: Contract, key: string, make: () => Bodies): Bodies {
  const known = MADE.get(contract) ?? new Map<string, Bodies>();
  MADE.set(contract, known);
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

/** So many resources in a row that no path can name: there will be no other ones. */
const MOST_UNNAMED = 1_000;

/** Resources that the path of an operation can name. */
function* addressable(
  contract: Contract,
  operation: Operation,
  objects: Iterable<JsonObject>,
): Generator<JsonObject, void, undefined> {
  let unnamed = 0;
  for (const object of objects) {
    const isNamed = isAddressable(contract, operation, (pointer) => valueAt(object, pointer));
    unnamed = isNamed ? 0 : unnamed + 1;
    if (unnamed > MOST_UNNAMED) return;
    if (isNamed) yield object;
  }
}

const callFor =
  (contract: Contract, making: RequestMaking): CallFor =>
  (operation, response, { before, request }) => {
    if (response.states.length === 0) return undefined;
    const sources = { before, request, response: undefined };
    const planned = requestOf({ contract, operation, making }, response, sources);
    const states = response.states.map((state) => {
      const { name, params = {} } = stateOf(state, { ...sources, path: planned.pathParameters });
      return { name, params };
    });
    return { states, request: planned };
  };

/** Explores a live service beyond the pacts, by states and requests made from its contract. */
export function explored(
  reference: Reference,
  verifying: VerifyOptions,
  options: ExploredOptions,
): Promise<Exploration> {
  const { contract } = reference;
  const { count, seed } = options;
  const answers = (operation: Operation): Bodies => {
    const key = `answer ${seed} ${keyText(successOf(operation)?.schema)}`;
    return madeOnce(contract, key, () => bodiesOf(contract, operation, seed));
  };
  const updates = (operation: Operation): Bodies => {
    const requests = asAnswers(contract, operation);
    const key = `request ${seed} ${keyText(operation.request?.schema)}`;
    return madeOnce(contract, key, () => bodiesOf(requests, requests.operations[0] ?? operation, seed + 1));
  };
  return explore({
    reference,
    performer: new Performer(verifying),
    callFor: callFor(contract, requestMaking(contract)),
    answersOf: (operation) => addressable(contract, operation, answers(operation).objects),
    updatesOf: (operation) => updates(operation).objects,
    isAnswer: (operation, value) => answers(operation).isAllowed(value),
    isUpdate: (operation, value) => updates(operation).isAllowed(value),
    rejectsOf: (operation) =>
      generateCases(asAnswers(contract, operation), {
        operationId: operation.id,
        mode: 'edge',
        verdict: 'reject',
        seed,
      }),
    count,
    turnedOff: verifying.turnedOff,
    mask: verifying.mask,
    signal: verifying.signal,
  });
}
