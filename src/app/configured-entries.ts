import { Failure } from '../result';
import { type ContractConfig, configFile, entriesOf, loadConfig } from './config';

/** The entries of the project's configuration; none where it cannot be read: that is the gate's to tell. */
export async function configuredEntries(config: string | undefined, cwd: string): Promise<ContractConfig[]> {
  try {
    return configFile(config, cwd) === undefined ? [] : entriesOf(await loadConfig(config, cwd));
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
