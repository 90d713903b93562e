import { Failure } from '../result';
import { type ContractConfig, configFile, entriesOf, loadConfig } from './config';
import type { Context } from './context';

/** The entries of the project's configuration; none where it cannot be read: that is the gate's to tell. */
export async function configuredEntries({ options, cwd }: Pick<Context, 'options' | 'cwd'>): Promise<ContractConfig[]> {
  try {
    return configFile(options.config, cwd) === undefined ? [] : entriesOf(await loadConfig(options.config, cwd));
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
