import { existsSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Contract } from '../../contract';
import type { ProviderConfig } from '../config';
import { configuredEntries } from '../configured-entries';
import { loadContract } from '../contract-reference';
import type { Plan } from './plan';

/** Handlers of provider states that the project has already. */
export interface KnownStates {
  /** As a module beside the new one imports it. */
  readonly module: string;
  readonly names: readonly string[];
}

/** What the project's configuration has of the provider that a new contract is about. */
export interface Neighbours {
  /** Where the provider answers: that of its other contracts, else a variable of its own. */
  readonly baseUrl: string;
  readonly known: readonly KnownStates[];
}

/** Where the project lies, and its configuration where it has another name than usual. */
interface Project {
  readonly cwd: string;
  readonly config: string | undefined;
}

interface Neighbour {
  readonly contract: Contract;
  readonly provider: ProviderConfig;
}

/** The contracts that are verified; one that cannot be read is none to share anything with. */
async function neighboursIn({ cwd, config }: Project): Promise<Neighbour[]> {
  const entries = (await configuredEntries(config, cwd)).flatMap(({ contract, provider }) =>
    provider === undefined ? [] : [{ contract, provider }],
  );
  const loaded = await Promise.allSettled(
    entries.map(async ({ contract, provider }) => ({
      contract: await loadContract(contract, { cwd }),
      provider,
    })),
  );
  return loaded.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

const statesOf = ({ operations }: Contract): string[] =>
  operations.flatMap(({ responses }) => responses.flatMap(({ states }) => states.map(({ name }) => name)));

function knownStates({ cwd }: Project, { contract, provider }: Neighbour, folder: string): KnownStates[] {
  const { states } = provider;
  if (states === undefined || !states.endsWith('.ts') || !existsSync(resolve(cwd, states))) return [];
  if (!readFileSync(resolve(cwd, states), 'utf8').includes('export default')) return [];
  return [{ module: posix.relative(folder, states).replace(/\.ts$/, ''), names: statesOf(contract) }];
}

/** `swagger-petstore` as a variable of the environment: `SWAGGER_PETSTORE_URL`. */
const variableFor = (provider: string): string => `${provider.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_URL`;

/**
 * What there is of a provider.
 * @param states the names of the states that it needs: of those that others handle, no handler is written again.
 */
export async function neighboursOf(
  project: Project,
  { folder, document: { name, provider } }: Pick<Plan, 'folder' | 'document'>,
  states: readonly string[],
): Promise<Neighbours> {
  const all = await neighboursIn(project);
  const own = all.filter(({ contract }) => contract.provider === provider);
  const known: KnownStates[] = [];
  const others = own.filter(({ contract }) => contract.name !== name);
  for (const neighbour of others)
    for (const one of knownStates(project, neighbour, folder)) {
      const isNeeded = (name: string): boolean =>
        states.includes(name) && known.every(({ names }) => !names.includes(name));
      if (one.names.some(isNeeded)) known.push(one);
    }
  const variable = all.length === 0 ? 'PROVIDER_URL' : variableFor(provider);
  return { baseUrl: own[0]?.provider.baseUrl ?? `$${variable}`, known };
}
