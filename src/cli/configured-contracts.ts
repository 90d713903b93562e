import { configFile, loadConfig } from './config';
import type { Context } from './context';

/** References to the contracts that the configuration names; none where it cannot be read: that is the gate's to tell. */
export async function configuredContracts({ options, cwd }: Pick<Context, 'options' | 'cwd'>): Promise<string[]> {
  try {
    if (configFile(options.config, cwd) === undefined) return [];
    const { contracts } = await loadConfig(options.config, cwd);
    return contracts.map((entry) => (typeof entry === 'string' ? entry : entry.contract));
  } catch {
    return [];
  }
}
