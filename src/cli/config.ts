import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../result';
import { loadModule } from './load-module';

/** A response parser that the gate fuzzes. */
export interface ParserConfig {
  /** `file.ts#export`, or `cmd: java -jar parser.jar`. */
  readonly parser: string;
  /** How many responses it is fed; 2000 where it is not given. */
  readonly runs?: number;
  /** Names of the error classes that count as a refusal. */
  readonly rejectsWith?: readonly string[];
  readonly unknownFields?: 'accept' | 'reject' | 'either';
  readonly unknownEnum?: 'accept' | 'reject' | 'either';
}

/** A live service that the gate verifies. */
export interface ProviderConfig {
  /** Where it answers; `$NAME` is taken from the environment, and the service is left out where that is not set. */
  readonly baseUrl: string;
  /** A module of state handlers, or an URL that takes provider states. */
  readonly states?: string;
  readonly statesUrl?: string;
  /** `K: V`; values may be `$NAME` too. */
  readonly headers?: readonly string[];
  /** Seconds to wait until it is ready. */
  readonly wait?: number;
  /** Generated updates beyond the pacts. */
  readonly explore?: number;
}

/** What the gate does for one contract. */
export interface ContractConfig {
  /** A contract reference. */
  readonly contract: string;
  /** The document that the contract was made from: `import --check` compares them. */
  readonly document?: string;
  /** The contract to compare with; `git:REF:PATH` of the merge base where it is not given, `false` for none. */
  readonly baseline?: string | false;
  readonly parsers?: readonly ParserConfig[];
  readonly provider?: ProviderConfig;
}

/** The least shares that may be covered, in percent of what is feasible. */
export interface Thresholds {
  readonly classes?: number;
  readonly pairs?: number;
}

/** `pactcheck.config.ts`: what `pactcheck gate` looks at. */
export interface Config {
  readonly contracts: readonly (string | ContractConfig)[];
  /** Where the pact files lie; `pacts` where it is not given. */
  readonly pacts?: string;
  readonly thresholds?: Thresholds;
  /** What a `diff` fails on; `breaking` where it is not given. */
  readonly failOn?: 'breaking' | 'warning' | 'none';
  /** What the rules of a `diff` weigh here, by their id: `breaking`, `warning`, `compatible`, or `off`. */
  readonly levels?: Readonly<Record<string, 'breaking' | 'warning' | 'compatible' | 'off'>>;
  /** Known changes to leave out, as for `diff --ignore`. */
  readonly ignore?: string;
  readonly seed?: number;
  /** Asks a broker whether this version may be deployed; needs `PACT_BROKER_BASE_URL`. */
  readonly canIDeploy?: { readonly pacticipant: string; readonly environment: string };
}

/** Gives the configuration back: for the editor's and the compiler's sake. */
export const defineConfig = (config: Config): Config => config;

const NAMES = ['pactcheck.config.ts', 'pactcheck.config.js', 'pactcheck.config.json'];

const TYPES: Readonly<Record<keyof Config, (value: unknown) => boolean>> = {
  contracts: (value) =>
    Array.isArray(value) && value.every((entry) => typeof entry === 'string' || typeof entry?.contract === 'string'),
  pacts: (value) => typeof value === 'string',
  thresholds: (value) => typeof value === 'object' && value !== null,
  failOn: (value) => ['breaking', 'warning', 'none'].includes(value as string),
  levels: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((level) => ['breaking', 'warning', 'compatible', 'off'].includes(level as string)),
  ignore: (value) => typeof value === 'string',
  seed: (value) => Number.isSafeInteger(value),
  canIDeploy: (value) => typeof value === 'object' && value !== null,
};

function checked(value: unknown, file: string): Config {
  const next = `Write it as \`export default defineConfig({ contracts: ['name'] })\`.`;
  if (typeof value !== 'object' || value === null) throw new Failure('usage', `${file} exports no configuration`, next);
  for (const [name, member] of Object.entries(value)) {
    if (!Object.hasOwn(TYPES, name)) {
      throw new Failure('usage', `${file}: there is no setting ${name}`, `There are ${Object.keys(TYPES).join(', ')}.`);
    }
    if (member !== undefined && !TYPES[name as keyof Config](member))
      throw new Failure('usage', `${file}: the value of ${name} is not of the right form`, next);
  }
  if (!('contracts' in value)) throw new Failure('usage', `${file} names no contracts`, next);
  return value as Config;
}

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
  return checked(loaded['default'] ?? loaded, file);
}
