import {
  type PactInteraction,
  type ReadPact,
  type SendOptions,
  type StateHandlers,
  type StateKeeper,
  statesByHandlers,
  statesByUrl,
} from '../../provider';
import { Failure } from '../../result';
import { loadModule } from '../load-module';

/** Where provider states are taken. */
export interface StatesOptions {
  /** Handlers, or modules of them. */
  readonly states: string | readonly string[] | StateHandlers | undefined;
  readonly url: string | undefined;
  readonly cwd: string;
  /** Where the service answers. */
  readonly baseUrl: URL;
  /** How a state is asked for; its time is the time of each state. */
  readonly sending: SendOptions;
}

const isHandler = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && ('setup' in value || 'teardown' in value));

const isHandlers = (value: unknown): value is StateHandlers =>
  typeof value === 'object' && value !== null && Object.values(value).some(isHandler);

async function handlersIn(file: string, cwd: string): Promise<StateHandlers> {
  const loaded = await loadModule(file, cwd);
  const handlers = [loaded['default'], loaded['states'], loaded['stateHandlers'], loaded].find(isHandlers);
  if (handlers !== undefined) return handlers;
  const next = "Export them as default: `export default { 'a user exists': async ({ user }) => { ... } }`.";
  throw new Failure('usage', `${file} exports no state handlers`, next);
}

/** Of handlers of one name in several modules, the last counts. */
async function handlersOf(states: NonNullable<StatesOptions['states']>, cwd: string): Promise<StateHandlers> {
  if (typeof states === 'string') return handlersIn(states, cwd);
  if (!isFiles(states)) return states;
  const modules = await Promise.all(states.map((file) => handlersIn(file, cwd)));
  return Object.assign({}, ...modules) as StateHandlers;
}

const isFiles = (states: readonly string[] | StateHandlers): states is readonly string[] => Array.isArray(states);

const stateNames = (interactions: readonly PactInteraction[]): string[] => [
  ...new Set(interactions.flatMap(({ states }) => states.map(({ name }) => name))),
];

const NOBODY = 'Say who sets them up: --states FILE, or --provider-states-setup-url URL.';

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

/**
 * Who brings the service into its states.
 * @throws Failure (usage) where the pacts need states and nobody was named, or the handlers cannot be loaded.
 */
export async function keeperOf(options: StatesOptions, pacts: readonly ReadPact[]): Promise<StateKeeper> {
  const { states, url, cwd, baseUrl, sending } = options;
  const { timeoutMs } = sending;
  if (states !== undefined && url !== undefined)
    throw new Failure('usage', 'states are set up by a file or by an URL, not by both', 'Leave one of them out.');
  if (states !== undefined) return statesByHandlers(await handlersOf(states, cwd), { timeoutMs, baseUrl });
  if (url !== undefined) return statesByUrl(checkedUrl(url), sending);
  return nobodySetsUp(pacts);
}
