import {
  equalJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  parseJson,
  successOf,
  valueAt,
} from '../contract';
import type { Answer } from './answer';
import type { Bench } from './bench';
import { secretOf } from './credentials';
import { TOKEN } from './options';
import { jsonBody } from './refused';
import { type Condition, type Effect, effectsOf } from './state-effects';
import { addressesOf } from './store';

/** A refusal that a state asked for, with the values of its parameters. */
interface Standing {
  readonly operation: Operation;
  readonly status: number;
  readonly conditions: readonly (Condition & { readonly value: JsonValue })[];
}

/** What a call is about, as far as it is known. */
export interface Subject {
  readonly path: Readonly<Record<string, string>>;
  /** Absent before the body was read. */
  readonly request?: JsonValue;
}

/** What Pact sends to have a state set up or torn down. */
interface StateCall {
  readonly state: string;
  readonly params: JsonObject;
  readonly action: 'setup' | 'teardown';
}

const problem = (status: number, message: string): Answer => ({ status, ...jsonBody({ message }) });
const unsupported = (reason: string): Answer => ({ status: 409, ...jsonBody({ unsupported: reason }) });

function readCall(body: Buffer): StateCall | Answer {
  try {
    const call = parseJson(body.toString('utf8'));
    const { state, params = {}, action = 'setup' } = call as { [name: string]: JsonValue };
    if (typeof state === 'string' && isJsonObject(params ?? {}) && (action === 'setup' || action === 'teardown'))
      return { state, params: (params ?? {}) as JsonObject, action };
  } catch {
    // Said below, as of any other text that is no such call.
  }
  return problem(400, 'Send {"state": "...", "params": {...}, "action": "setup" or "teardown"} as JSON.');
}

/** What a state does by one of the contracts. */
interface OfContract {
  readonly bench: Bench;
  readonly effects: readonly Effect[];
}

/** The provider states of a service: what they made it keep and refuse. */
export class States {
  private readonly byName = new Map<string, readonly OfContract[]>();
  private standing: readonly Standing[] = [];
  /** By operation, the answer that a state gave. */
  private readonly given = new Map<Operation, JsonValue>();

  constructor(
    private readonly benches: readonly Bench[],
    /** Puts what is kept into what it was before any state. */
    private readonly restore: () => void,
  ) {
    for (const bench of benches)
      for (const [name, effects] of effectsOf(bench.contract))
        this.byName.set(name, [...(this.byName.get(name) ?? []), { bench, effects }]);
  }

  /** The names of the states that can be set up. */
  names(): string[] {
    return [...this.byName.keys()];
  }

  /** Answers Pact's request for a state, as its convention has it. */
  answer(body: Buffer): Answer {
    const call = readCall(body);
    if ('status' in call) return call;
    if (call.action === 'teardown' || call.state === '') {
      this.standing = [];
      this.given.clear();
      this.restore();
      return { status: 200, ...jsonBody(call.state === '' ? credentials(this.benches, []) : {}) };
    }
    const parts = this.byName.get(call.state);
    if (parts === undefined)
      return unsupported(`there is no state "${call.state}": there are ${this.names().join(', ')}`);
    return this.setUp(parts, call);
  }

  /** What a state has an operation answer; `undefined` where none does. */
  answerOf(operation: Operation): JsonValue | undefined {
    return this.given.get(operation);
  }

  /** The status by which a state has an operation refuse a call: before its body is read, or once it is valid. */
  refusal(operation: Operation, subject: Subject): number | undefined {
    const isBefore = subject.request === undefined;
    const standing = this.standing.filter(
      (refusal) =>
        refusal.operation === operation && refusal.conditions.every(({ of }) => of !== 'request') === isBefore,
    );
    const statuses = standing.filter((refusal) => this.applies(refusal, subject)).map(({ status }) => status);
    return statuses.sort((left, right) => left - right)[0];
  }

  private applies({ operation, conditions }: Standing, { path, request = null }: Subject): boolean {
    return conditions.every(({ of, pointer, value }) => {
      if (of === 'path') return String(valueAt(path, pointer)) === String(value);
      if (of === 'request') return equalJson(valueAt(request, pointer) ?? null, value);
      const address = addressesOf(operation).find((candidate) => candidate.pointer === pointer);
      return address === undefined || path[address.parameter] === String(value);
    });
  }

  private setUp(parts: readonly OfContract[], { params }: StateCall): Answer {
    // A state about particular requests adds to those before it; any other one begins anew, since Pact's verifier
    // tears down only when it is asked to.
    const isAddition = parts.every(({ effects }) =>
      effects.every((effect) => effect.does === 'refuse' && effect.conditions.some(({ of }) => of === 'request')),
    );
    const kept = isAddition ? this.standing : [];
    if (!isAddition) this.given.clear();
    // What one contract cannot take, another one of the same provider may.
    const done = parts.map((part) => ({ part, came: this.within(part, params) }));
    const taken = done.flatMap(({ part, came }) => ('added' in came ? [{ part, added: came.added }] : []));
    const [first] = done;
    if (taken.length === 0 && first !== undefined && 'status' in first.came) return first.came;
    const added = taken.flatMap((one) => one.added);
    this.standing = [...kept, ...added];
    return {
      status: 200,
      ...jsonBody(
        credentials(
          taken.map(({ part }) => part.bench),
          added,
        ),
      ),
    };
  }

  /** What a state does by one contract: the refusals it adds, or why it cannot be. */
  private within({ bench, effects }: OfContract, params: JsonObject): { readonly added: readonly Standing[] } | Answer {
    const added: Standing[] = [];
    for (const effect of effects) {
      const done = this.effect(bench, effect, params);
      if (done !== undefined && 'conditions' in done) added.push(done);
      else if (done !== undefined) return done;
    }
    return { added };
  }

  private effect(bench: Bench, effect: Effect, params: JsonObject): Standing | Answer | undefined {
    if (effect.does === 'nothing') return undefined;
    if (effect.does === 'hold') return hold(bench, effect, params);
    if (effect.does === 'answer') return this.give(bench, effect, params);
    const missing = effect.conditions.find(({ parameter }) => params[parameter] === undefined);
    if (missing !== undefined) return problem(400, `The state needs the parameter ${missing.parameter}.`);
    const conditions = effect.conditions.map((condition) => ({
      ...condition,
      value: params[condition.parameter] as JsonValue,
    }));
    return { operation: effect.operation, status: effect.status, conditions };
  }

  private give(
    bench: Bench,
    { operation, parameter }: Extract<Effect, { does: 'answer' }>,
    params: JsonObject,
  ): Answer | undefined {
    const value = params[parameter];
    if (value === undefined) return problem(400, `The state needs the parameter ${parameter}.`);
    const isFitting = fits(bench, operation, value);
    if (isFitting) this.given.set(operation, value);
    return isFitting ? undefined : unsupported(`${parameter} is not what ${operation.id} can answer with`);
  }
}

function fits({ contract: { definitions }, options }: Bench, operation: Operation, value: JsonValue): boolean {
  const schema = successOf(operation)?.schema;
  return schema === undefined || options.judge.accepts({ schema, definitions }, value);
}

function hold(
  bench: Bench,
  { operation, key, parameter }: Extract<Effect, { does: 'hold' }>,
  params: JsonObject,
): Answer | undefined {
  const value = params[parameter];
  if (value === undefined || !isJsonObject(value))
    return problem(400, `The state needs the parameter ${parameter}, an object.`);
  if (!fits(bench, operation, value)) return unsupported(`${parameter} is not what ${operation.id} can answer with`);
  bench.store.holdOnly(key, { value, named: new Set(Object.keys(value)) });
  return undefined;
}

/** What the caller is to show; nothing where it is to be refused for what it shows. */
function credentials(benches: readonly Bench[], added: readonly Standing[]): JsonObject {
  const operations = benches.flatMap(({ contract }) => contract.operations);
  const security = operations.map((operation) => operation.security).find(({ scheme }) => scheme !== 'none');
  if (security === undefined || added.some(({ status }) => status === 401)) return {};
  return { token: secretOf(security, benches[0]?.options.token ?? TOKEN) };
}
