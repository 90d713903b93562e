import type { Config, ContractConfig, ParserConfig, ProviderConfig } from '../config';
import type { LeftOut, Part } from './part';

/** What the plan has to know of the machine and of the project's history. */
export interface Facts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The commit to compare with, where there is one. */
  readonly base: string | undefined;
  /** Whether a path of the project was there at the commit to compare with. */
  readonly existedAtBase: (path: string) => boolean;
}

/** The least number of responses a parser is fed, where the configuration does not say. */
const FUZZ_RUNS = 2000;

/** All that the configuration asks for, in the order of cost: what is quick to know is known first. */
export function planOf(config: Config, facts: Facts): (Part | LeftOut)[] {
  const contracts = config.contracts.map(
    (entry): ContractConfig => (typeof entry === 'string' ? { contract: entry } : entry),
  );
  return [
    ...contracts.map((contract) => importPart(contract)),
    pactsPart(config, contracts),
    ...contracts.map((contract) => coveragePart(config, contract)),
    ...contracts.map((contract) => diffPart(config, contract, facts)),
    ...contracts.map((contract) => verifyPart(config, contract, facts)),
    ...contracts.flatMap((contract) => fuzzParts(config, contract)),
    brokerPart(config, facts),
  ];
}

const folderOf = ({ contract }: ContractConfig): string =>
  contract.includes('/') || contract.includes('#') ? (contract.split('#')[0] as string) : `contracts/${contract}`;

function importPart(entry: ContractConfig): Part | LeftOut {
  const name = `import ${entry.contract}`;
  if (entry.document === undefined) return { name, reason: 'the configuration names no document' };
  const words = ['import', entry.document, '--check', '--out', folderOf(entry)];
  return { name, words, dependsOn: [entry.document.split('#')[0] as string, folderOf(entry)] };
}

function pactsPart(config: Config, contracts: readonly ContractConfig[]): Part {
  const folder = config.pacts ?? 'pacts';
  const words = ['pacts', ...contracts.map(({ contract }) => contract), '--check', '--pacts', folder];
  return { name: 'pacts', words, dependsOn: [folder, ...contracts.map(folderOf)] };
}

function coveragePart(config: Config, entry: ContractConfig): Part | LeftOut {
  const name = `coverage ${entry.contract}`;
  const { classes, pairs } = config.thresholds ?? {};
  if (classes === undefined && pairs === undefined) return { name, reason: 'the configuration sets no thresholds' };
  const folder = config.pacts ?? 'pacts';
  const limits = [classes === undefined ? '' : `classes=${classes}`, pairs === undefined ? '' : `pairs=${pairs}`];
  const words = ['coverage', entry.contract, '--pacts', folder, '--fail-under', limits.filter(Boolean).join(',')];
  return { name, words, dependsOn: [folder, folderOf(entry)] };
}

function diffPart(config: Config, entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `diff ${entry.contract}`;
  if (entry.baseline === false) return { name, reason: 'the configuration says that there is no baseline' };
  const baseline = entry.baseline ?? baselineAt(entry, facts);
  if (typeof baseline !== 'string') return { name, ...baseline };
  const ignore = config.ignore === undefined ? [] : ['--ignore', config.ignore];
  const words = ['diff', baseline, entry.contract, '--fail-on', config.failOn ?? 'breaking', ...ignore];
  return { name, words, dependsOn: [folderOf(entry)] };
}

function baselineAt(entry: ContractConfig, facts: Facts): string | { reason: string } {
  if (facts.base === undefined)
    return { reason: 'there is no earlier commit to compare with: name a baseline in the configuration' };
  const [path, operation] = entry.contract.split('#');
  const file = path?.includes('/') || operation !== undefined ? (path as string) : `${folderOf(entry)}/contract.ts`;
  if (!facts.existedAtBase(file)) return { reason: `${file} is new since ${facts.base.slice(0, 10)}` };
  return `git:${facts.base}:${file}${operation === undefined ? '' : `#${operation}`}`;
}

/** `$NAME` and `${NAME}` from the environment; `undefined` where one of them is not set. */
function expanded(text: string, env: Facts['env']): string | undefined {
  let complete = true;
  const filled = text.replace(/\$\{?(\w+)\}?/g, (_match, name: string) => {
    complete &&= env[name] !== undefined && env[name] !== '';
    return env[name] ?? '';
  });
  return complete ? filled : undefined;
}

function verifyPart(config: Config, entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `verify ${entry.contract}`;
  const { provider } = entry;
  if (provider === undefined) return { name, reason: 'the configuration names no provider' };
  const url = expanded(provider.baseUrl, facts.env);
  if (url === undefined) return { name, reason: `${provider.baseUrl} is not set in the environment` };
  const folder = config.pacts ?? 'pacts';
  const words = ['verify', '--pacts', folder, '--provider-base-url', url, '--contract', entry.contract];
  const common = [...words, ...providerWords(provider, config, facts)];
  const headers = provider.headers ?? [];
  return {
    name,
    words: [...common, ...headers.flatMap((header) => ['--header', expanded(header, facts.env) ?? header])],
    shown: [...common, ...headers.flatMap((header) => ['--header', header])],
    dependsOn: [''],
  };
}

function providerWords(provider: ProviderConfig, config: Config, facts: Facts): string[] {
  const option = (name: string, value: string | number | undefined): string[] =>
    value === undefined ? [] : [name, String(value)];
  return [
    ...option('--states', provider.states),
    ...option('--provider-states-setup-url', provider.statesUrl && expanded(provider.statesUrl, facts.env)),
    ...option('--wait', provider.wait),
    ...option('--explore', provider.explore),
    ...option('--seed', config.seed),
  ];
}

function fuzzParts(config: Config, entry: ContractConfig): (Part | LeftOut)[] {
  const parsers = entry.parsers ?? [];
  if (parsers.length === 0) return [{ name: `fuzz ${entry.contract}`, reason: 'the configuration names no parser' }];
  return parsers.map((parser, index) => {
    const name = parsers.length === 1 ? `fuzz ${entry.contract}` : `fuzz ${entry.contract} ${index + 1}`;
    return { name, words: fuzzWords(parser, entry, config), dependsOn: [folderOf(entry), fileOf(parser.parser)] };
  });
}

/** The folder of a parser's file: what it imports most likely lies beside it. A command may depend on anything. */
const fileOf = (parser: string): string =>
  parser.startsWith('cmd:') ? '' : (parser.split('#')[0] as string).split('/').slice(0, -1).join('/');

function fuzzWords(parser: ParserConfig, entry: ContractConfig, config: Config): string[] {
  const rejects = parser.rejectsWith === undefined ? [] : ['--rejects-with', parser.rejectsWith.join(',')];
  const fields = parser.unknownFields === undefined ? [] : ['--unknown-fields', parser.unknownFields];
  const unknownEnum = parser.unknownEnum === undefined ? [] : ['--unknown-enum', parser.unknownEnum];
  const runs = ['--runs', String(parser.runs ?? FUZZ_RUNS)];
  const seed = config.seed === undefined ? [] : ['--seed', String(config.seed)];
  return ['fuzz', entry.contract, '--parser', parser.parser, ...runs, ...seed, ...rejects, ...fields, ...unknownEnum];
}

function brokerPart(config: Config, facts: Facts): Part | LeftOut {
  const name = 'can-i-deploy';
  if (config.canIDeploy === undefined) return { name, reason: 'the configuration asks no broker' };
  if (facts.env['PACT_BROKER_BASE_URL'] === undefined) return { name, reason: 'PACT_BROKER_BASE_URL is not set' };
  const { pacticipant, environment } = config.canIDeploy;
  return { name, words: ['can-i-deploy', '--pacticipant', pacticipant, '--to', environment], dependsOn: [''] };
}
