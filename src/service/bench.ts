import { type Contract, type JsonValue, type Operation, parseJson, successOf } from '../contract';
import type { ServiceOptions } from './options';
import type { Store } from './store';

/** What all that the service does is done with. */
export interface Bench {
  readonly contract: Contract;
  readonly options: ServiceOptions;
  /** What the contract's provider keeps. */
  readonly store: Store;
  /** The plainest body that an operation answers success with. */
  readonly typical: (operation: Operation) => JsonValue;
}

/** The body of an operation's plainest case; the example of its schema where there is no case. */
function typicalBody(options: ServiceOptions, operation: Operation): JsonValue {
  for (const { body } of options.cases(operation.id)) if (body !== undefined) return parseJson(body);
  const schema = successOf(operation)?.schema;
  return schema === undefined ? null : options.example(schema);
}

/** The bench of a contract. Typical bodies are made once, when they are first needed. */
export function benchOf(contract: Contract, options: ServiceOptions, store: Store): Bench {
  const made = new Map<string, JsonValue>();
  const typical = (operation: Operation): JsonValue => {
    const body = made.get(operation.id) ?? typicalBody(options, operation);
    made.set(operation.id, body);
    return body;
  };
  return { contract, options, store, typical };
}
