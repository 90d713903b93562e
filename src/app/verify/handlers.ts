import type { StateHandlers } from '../../provider';
import { Failure } from '../../result';
import { loadModule } from '../load-module';

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

/**
 * Loads the handlers of modules; of handlers of one name, the last counts.
 * @throws Failure (usage) where a module cannot be loaded, or exports none.
 */
export async function handlersOf(files: readonly string[], cwd: string): Promise<StateHandlers> {
  const modules = [];
  for (const file of files) modules.push(await handlersIn(file, cwd));
  return Object.assign({}, ...modules) as StateHandlers;
}
