import { join } from 'node:path';
import {
  type ClosableKeeper,
  type PactInteraction,
  programIn,
  type ReadPact,
  type SendOptions,
  type StateHandlers,
  type StateKeeper,
  statesByHandlers,
  statesByModule,
  statesByUrl,
  Watchdog,
} from '../../provider';
import { Failure } from '../../result';

/** What stands in place of a file of handlers where the service's own API sets states up. */
const BY_API = 'by-api';

/** What handlers of modules run in. */
const PROGRAM = programIn(join(__dirname, '..'), 'states-program');

/** Where provider states are taken. */
export interface StatesOptions {
  /** Handlers, or modules of them. */
  readonly states: string | readonly string[] | StateHandlers | undefined;
  readonly url: string | undefined;
  readonly cwd: string;
  /** What handlers are told of the service. */
  readonly around: { readonly providerBaseUrl: string; readonly headers: Readonly<Record<string, string>> };
  /** States that the service's own API sets up. */
  readonly byApi: () => StateKeeper;
  /** How a state is asked for; its time is the time of each state. */
  readonly sending: SendOptions;
}

const isFiles = (states: readonly string[] | StateHandlers): states is readonly string[] => Array.isArray(states);

const stateNames = (interactions: readonly PactInteraction[]): string[] => [
  ...new Set(interactions.flatMap(({ states }) => states.map(({ name }) => name))),
];

const NOBODY =
  'Say who sets them up: --states FILE, --states by-api (the service itself), or --provider-states-setup-url URL.';

/** Nobody relies on what is pending: its states may be missing, which its results tell. */
function nobodySetsUp(pacts: readonly ReadPact[]): StateKeeper {
  const interactions = pacts.flatMap((pact) => pact.interactions);
  const names = stateNames(interactions.filter(({ isPending }) => !isPending));
  if (names.length > 0) {
    const listed = names.map((name) => `'${name}'`).join(', ');
    throw new Failure('usage', `the pacts need provider states: ${listed}`, NOBODY);
  }
  return async (state) => ({ kind: 'failed', message: `nobody sets up the state '${state}'. ${NOBODY}` });
}

function checkedUrl(url: string): string {
  if (URL.canParse(url) && /^https?:/.test(url)) return url;
  throw new Failure('usage', `${url} is no URL that takes provider states`, 'Give it as http://HOST:PORT/PATH.');
}

/** Closes what needs no closing. */
const open = (keeper: StateKeeper, close: () => Promise<void> = async () => undefined): ClosableKeeper =>
  Object.assign((...asked: Parameters<StateKeeper>) => keeper(...asked), keeper, { close });

/** Handlers of functions run here, where a watchdog ends the process that one of them blocks. */
function byFunctions(handlers: StateHandlers, { around, sending: { timeoutMs } }: StatesOptions): ClosableKeeper {
  const watchdog = new Watchdog(timeoutMs);
  const watch = (what: string): (() => void) => watchdog.begin(what);
  return open(statesByHandlers(handlers, { timeoutMs, ...around, watch }), () => watchdog.close());
}

/**
 * Who brings the service into its states. It must be closed.
 * @throws Failure (usage) where the pacts need states and nobody was named, or the handlers cannot be loaded.
 */
export async function keeperOf(options: StatesOptions, pacts: readonly ReadPact[]): Promise<ClosableKeeper> {
  const { states, url, cwd, around, sending, byApi } = options;
  if (states !== undefined && url !== undefined)
    throw new Failure('usage', 'states are set up by a file or by an URL, not by both', 'Leave one of them out.');
  if (url !== undefined) return open(statesByUrl(checkedUrl(url), sending));
  if (states === undefined) return open(nobodySetsUp(pacts));
  if (typeof states !== 'string' && !isFiles(states)) return byFunctions(states, options);
  const files = typeof states === 'string' ? [states] : states;
  if (files.includes(BY_API)) return open(byApi());
  return statesByModule({ program: PROGRAM, files, cwd, around, timeoutMs: sending.timeoutMs });
}
