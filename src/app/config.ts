import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../result';
import { either, listOf, mapOf, objectOf, oneOfThese, percent, type Shape, text, whole } from './config-shape';
import { loadModule } from './load-module';

/** A response parser that the gate fuzzes. */
export interface ParserConfig {
  /** `file.ts#export`, or `cmd: java -jar parser.jar`. */
  readonly parser: string;
  /** How many responses it is fed; 2000 where it is not given. */
  readonly runs?: number;
  /** Names of the error classes that count as a refusal. */
  readonly rejectsWith?: readonly string[];
  /** A folder of cases that are run first. */
  readonly corpus?: string;
  /** Known findings, each with a reason and the day until which it fails nothing. */
  readonly baseline?: string;
  readonly unknownFields?: 'accept' | 'reject' | 'either';
  readonly unknownEnum?: 'accept' | 'reject' | 'either';
  readonly unusualDates?: 'accept' | 'reject' | 'either';
  /** It gives defaults for absent members. */
  readonly givesDefaults?: boolean;
  /** `file.ts#export` of what gives a parsed value back as the wire has it. */
  readonly toWire?: string;
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

/** The contracts of a configuration, each as an entry: what only names one is an entry of its name alone. */
export const entriesOf = ({ contracts }: Pick<Config, 'contracts'>): ContractConfig[] =>
  contracts.map((entry) => (typeof entry === 'string' ? { contract: entry } : entry));

/** Gives the configuration back: for the editor's and the compiler's sake. */
export const defineConfig = (config: Config): Config => config;

const NAMES = ['pactcheck.config.ts', 'pactcheck.config.js', 'pactcheck.config.json'];

const UNKNOWN = oneOfThese(['accept', 'reject', 'either']);

const PARSER = objectOf(
  {
    parser: text,
    runs: whole(1),
    rejectsWith: listOf(text),
    corpus: text,
    baseline: text,
    unknownFields: UNKNOWN,
    unknownEnum: UNKNOWN,
    unusualDates: UNKNOWN,
    givesDefaults: oneOfThese([true, false]),
    toWire: text,
  },
  ['parser'],
);

const PROVIDER = objectOf(
  { baseUrl: text, states: text, statesUrl: text, headers: listOf(text), wait: whole(0), explore: whole(0) },
  ['baseUrl'],
);

const CONTRACT = objectOf(
  {
    contract: text,
    document: text,
    baseline: either(oneOfThese([false]), text),
    parsers: listOf(PARSER),
    provider: PROVIDER,
  },
  ['contract'],
);

/** One entry for each setting. */
const SETTINGS: Readonly<Record<keyof Config, Shape>> = {
  contracts: listOf((value, where) => (typeof value === 'string' ? text : CONTRACT)(value, where), 1),
  pacts: text,
  thresholds: objectOf({ classes: percent, pairs: percent }),
  failOn: oneOfThese(['breaking', 'warning', 'none']),
  levels: mapOf(oneOfThese(['breaking', 'warning', 'compatible', 'off'])),
  ignore: text,
  seed: whole(0),
  canIDeploy: objectOf({ pacticipant: text, environment: text }, ['pacticipant', 'environment']),
};

function checked(value: unknown, file: string): Config {
  const problem = objectOf(SETTINGS, ['contracts'])(value, '');
  if (problem !== undefined) throw new Failure('usage', `${file}: ${problem.message}`, problem.next);
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
