import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../result';
import { checkConfig } from './config-check';
import type { CONFIG, ContractConfig, Static } from './config-schema';
import { loadModule } from './load-module';

export type { ContractConfig, ParserConfig, ProviderConfig } from './config-schema';

/** `pactcheck.config.ts`: what `pactcheck gate` looks at. */
export type Config = Static<typeof CONFIG>;

/** The contracts of a configuration, each as an entry: what only names one is an entry of its name alone. */
export const entriesOf = ({ contracts }: Pick<Config, 'contracts'>): ContractConfig[] =>
  contracts.map((entry) => (typeof entry === 'string' ? { contract: entry } : entry));

/**
 * Gives the configuration back: for the editor's and the compiler's sake.
 * @example
 * export default defineConfig({
 *   contracts: [{ contract: 'user-update-resp', parsers: [{ parser: 'src/user/parser.ts#parseUser' }] }],
 *   thresholds: { classes: 90, pairs: 100 },
 * });
 */
export const defineConfig = (config: Config): Config => config;

const NAMES = ['pactcheck.config.ts', 'pactcheck.config.js', 'pactcheck.config.json'];

/** Where the configuration lies, or `undefined`. @throws Failure (usage) where the file asked for is not there. */
export function configFile(asked: string | undefined, cwd: string): string | undefined {
  if (asked !== undefined) {
    if (existsSync(resolve(cwd, asked))) return asked;
    throw new Failure('usage', `there is no configuration ${asked}`, 'Check --config.');
  }
  return NAMES.find((name) => existsSync(resolve(cwd, name)));
}

/**
 * The configuration, from `--config` or one of the usual names.
 * @throws Failure (usage) where there is none, or where it is wrong.
 */
export async function loadConfig(asked: string | undefined, cwd: string): Promise<Config> {
  const file = configFile(asked, cwd);
  if (file === undefined)
    throw new Failure('usage', 'there is no pactcheck.config.ts here', 'Write one, or name it with --config.');
  const loaded = await loadModule(file, cwd);
  const config = loaded['default'] ?? loaded;
  checkConfig(config, file);
  return config as Config;
}
