import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { DONE, type StateAction, type StateKeeper, type StateOutcome } from './keeper';

/** What a handler may want to know beside the parameters. */
export interface StateContext {
  /** The name of the state. */
  readonly state: string;
  readonly action: StateAction;
  /** Where the service answers, as `--provider-base-url` has it, without a slash at its end. */
  readonly providerBaseUrl: string;
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

function outcomeOf(given: unknown): StateOutcome {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return DONE;
  if ('unsupported' in given) return { kind: 'declined', reason: String(given.unsupported) };
  return { kind: 'done', values: isJsonObject(given as JsonValue) ? (given as JsonObject) : {} };
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
  readonly baseUrl: URL;
}

/** States set up in this process, by handlers of the team's. */
export const statesByHandlers =
  (handlers: StateHandlers, { timeoutMs, baseUrl }: HandlerOptions): StateKeeper =>
  async (state, params, action) => {
    const handler = handlerOf(handlers, state, action);
    if (handler === undefined) {
      const isKnown = Object.hasOwn(handlers, state);
      return isKnown || action === 'teardown' ? DONE : missing(handlers, state);
    }
    try {
      const context = { state, action, providerBaseUrl: baseUrl.href.replace(/\/$/, '') };
      return outcomeOf(await within(timeoutMs, (async () => handler(params, context))()));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', message: `the ${action} of the state '${state}' threw: ${message}` };
    }
  };
