import { isJsonObject, type JsonObject, stringifyJson } from '../../contract';
import { DONE, type StateAction, type StateKeeper, type StateOutcome } from './keeper';
import { outcomeOfValues } from './reserved';
import { plainValue } from './values';

/** What a handler may want to know beside the parameters. */
export interface StateContext {
  /** The name of the state. */
  readonly state: string;
  readonly action: StateAction;
  /** Where the service answers, without credentials and without a slash at its end, as `fetch` takes it. */
  readonly providerBaseUrl: string;
  /** What each request to the service carries: the credentials of its URL, and the headers that were given. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What sets up one state. What it gives, or resolves to, are values for the pact; `{ unsupported }` declines. */
export type StateHandler = (params: JsonObject, context: StateContext) => unknown;

/** Handlers by the name of the state; a function alone sets up. Pact's own form. */
export type StateHandlers = Readonly<
  Record<string, StateHandler | { readonly setup?: StateHandler; readonly teardown?: StateHandler }>
>;

const handlerOf = (handlers: StateHandlers, state: string, action: StateAction): StateHandler | undefined => {
  const entry = Object.hasOwn(handlers, state) ? handlers[state] : undefined;
  if (typeof entry === 'function') return action === 'setup' ? entry : undefined;
  return entry?.[action];
};

function outcomeOf(given: unknown, called: string): StateOutcome {
  const value = plainValue(given);
  if (value === undefined || !isJsonObject(value)) return DONE;
  if (Object.hasOwn(value, 'unsupported')) return { kind: 'declined', reason: String(value['unsupported']) };
  return outcomeOfValues(value, called);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`it did not end within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const missing = (handlers: StateHandlers, state: string): StateOutcome => {
  const known = Object.keys(handlers).map((name) => `'${name}'`);
  const message = `there is no handler of the state '${state}'; there are ${known.join(', ') || 'none'}`;
  return { kind: 'failed', message };
};

/** How handlers are called. */
export interface HandlerOptions {
  /** How long a handler has to do its work. */
  readonly timeoutMs: number;
  readonly providerBaseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Told which handler begins; what it gives is called when it has ended. */
  readonly watch?: ((what: string) => () => void) | undefined;
}

/** States set up in this process, by handlers of the team's. */
export const statesByHandlers =
  (handlers: StateHandlers, { timeoutMs, providerBaseUrl, headers, watch }: HandlerOptions): StateKeeper =>
  async (state, params, action) => {
    const handler = handlerOf(handlers, state, action);
    if (handler === undefined) {
      const isKnown = Object.hasOwn(handlers, state);
      return isKnown || action === 'teardown' ? DONE : missing(handlers, state);
    }
    const called = `the ${action} of the state '${state}'`;
    const ended = watch?.(called);
    try {
      const context = { state, action, providerBaseUrl, headers };
      return outcomeOf(await within(timeoutMs, (async () => handler(params, context))()), called);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const setup = `${action} of '${state}' with ${stringifyJson(params)}\n${message}`;
      return { kind: 'failed', message: `${called} failed: ${message}`, setup };
    } finally {
      ended?.();
    }
  };
