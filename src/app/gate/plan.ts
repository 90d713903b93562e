import { type Config, type ContractConfig, entriesOf, type ParserConfig, type ProviderConfig } from '../config';
import { brokerParts, brokerSource } from './broker-parts';
import { expanded } from './expanded';
import { option } from './option';
import type { LeftOut, Part } from './part';

/** What the plan has to know of the machine and of the project's history. */
export interface Facts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The commit to compare with, where there is one. */
  readonly base: string | undefined;
  /** Whether a path of the project was there at the commit to compare with. */
  readonly existedAtBase: (path: string) => boolean;
  /** Whether only the last commits are here, as CI systems check out. */
  readonly isShallow: boolean;
  /** What a script depends on. */
  readonly dependenciesOf: (script: string) => readonly string[];
  /** Whether there is no contract that can be read where a reference says. */
  readonly isUnreadable: (reference: string) => boolean;
}

/** The least number of responses a parser is fed, where the configuration does not say. */
const FUZZ_RUNS = 2000;

/** All that the configuration asks for, in the order of cost: what is quick to know is known first. */
export function planOf(config: Config, facts: Facts): (Part | LeftOut)[] {
  const entries = entriesOf(config);
  const contracts = entries.filter(({ contract }) => !facts.isUnreadable(contract));
  return [
    ...entries.filter((entry) => !contracts.includes(entry)).map((entry) => unreadablePart(entry, facts)),
    ...contracts.map((contract) => importPart(contract, facts)),
    ...(contracts.length === 0 ? [] : [pactsPart(config, contracts, facts)]),
    ...contracts.map((contract) => coveragePart(config, contract, facts)),
    ...contracts.map((contract) => diffPart(config, contract, facts)),
    ...contracts.map((contract) => verifyPart(config, contract, facts)),
    ...contracts.flatMap((contract) => fuzzParts(config, contract, facts)),
    ...brokerParts(config, contracts, facts),
  ];
}

/** One part that says why, instead of each part that needs the contract. */
const unreadablePart = (entry: ContractConfig, facts: Facts): Part => ({
  name: `contract ${entry.contract}`,
  words: ['contract', entry.contract],
  dependsOn: filesOf(entry, facts),
});

const isModule = (path: string): boolean => /\.[cm]?[jt]s$/.test(path);

/** The file of a contract: its module, or the document that it is read from. */
function fileOf({ contract }: ContractConfig): string {
  const [path = ''] = contract.split('#');
  return path.includes('/') || path.includes('.') ? path : `contracts/${path}/contract.ts`;
}

const folderOf = (entry: ContractConfig): string => fileOf(entry).split('/').slice(0, -1).join('/') || '.';

const filesOf = (entry: ContractConfig, facts: Facts): readonly string[] =>
  isModule(fileOf(entry)) ? facts.dependenciesOf(fileOf(entry)) : [folderOf(entry)];

function importPart(entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `import ${entry.contract}`;
  if (entry.document === undefined) return { name, reason: 'the configuration names no document' };
  const words = ['import', entry.document, '--check', '--out', folderOf(entry)];
  const again = `\`pactcheck import ${entry.document} --out ${folderOf(entry)}\``;
  const advice = `Import it again by ${again}, or correct the document.`;
  return { name, words, dependsOn: [...filesOf(entry, facts), entry.document.split('#')[0] as string], advice };
}

function pactsPart(config: Config, contracts: readonly ContractConfig[], facts: Facts): Part {
  const folder = config.pacts ?? 'pacts';
  const words = ['pacts', ...contracts.map(({ contract }) => contract), '--check', '--pacts', folder];
  return { name: 'pacts', words, dependsOn: [folder, ...contracts.flatMap((entry) => filesOf(entry, facts))] };
}

function coveragePart(config: Config, entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `coverage ${entry.contract}`;
  const { classes, pairs } = config.thresholds ?? {};
  if (classes === undefined && pairs === undefined) return { name, reason: 'the configuration sets no thresholds' };
  const folder = config.pacts ?? 'pacts';
  const limits = [classes === undefined ? '' : `classes=${classes}`, pairs === undefined ? '' : `pairs=${pairs}`];
  const words = ['coverage', entry.contract, '--pacts', folder, '--fail-under', limits.filter(Boolean).join(',')];
  const advice = `See what is missing by \`pactcheck coverage ${entry.contract}\`, and write the pacts anew by \`pactcheck pacts\`.`;
  return { name, words, dependsOn: [folder, ...filesOf(entry, facts)], advice };
}

function diffPart(config: Config, entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `diff ${entry.contract}`;
  if (entry.baseline === false) return { name, reason: 'the configuration says that there is no baseline' };
  const baseline = entry.baseline ?? baselineAt(entry, facts);
  if (typeof baseline !== 'string') return { name, ...baseline };
  const ignore = config.ignore === undefined ? [] : ['--ignore', config.ignore];
  const words = ['diff', baseline, entry.contract, '--fail-on', config.failOn ?? 'breaking', ...ignore];
  const advice =
    'Keep what others rely on, or list the change with a reason and a day in the file that `ignore` names.';
  return {
    name,
    words,
    dependsOn: [...filesOf(entry, facts), ...(config.ignore === undefined ? [] : [config.ignore])],
    advice,
  };
}

/** Where only the last commit is here, asking for the one before says what to do: a gate must not pass for that. */
function baselineAt(entry: ContractConfig, { base, existedAtBase, isShallow }: Facts): string | { reason: string } {
  const file = fileOf(entry);
  const [, operation] = entry.contract.split('#');
  const at = (commit: string): string => `git:${commit}:${file}${operation === undefined ? '' : `#${operation}`}`;
  if (base === undefined && isShallow) return at('HEAD~1');
  if (base === undefined)
    return { reason: 'there is no earlier commit to compare with: name a baseline in the configuration' };
  return existedAtBase(file) ? at(base) : { reason: `${file} is new since ${base.slice(0, 10)}` };
}

function verifyPart(config: Config, entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `verify ${entry.contract}`;
  const { provider } = entry;
  if (provider === undefined) return { name, reason: 'the configuration names no provider' };
  const url = expanded(provider.baseUrl, facts.env);
  if (url === undefined) return { name, reason: `${provider.baseUrl} is not set in the environment` };
  const source = brokerSource(provider, config, facts.env);
  if ('reason' in source) return { name, reason: source.reason };
  const words = ['--provider-base-url', url, '--contract', entry.contract, ...providerWords(provider, config, facts)];
  const headers = provider.headers ?? [];
  return {
    name,
    words: [
      ...['verify', ...source.words, ...words],
      ...headers.flatMap((header) => ['--header', expanded(header, facts.env) ?? header]),
    ],
    shown: ['verify', ...source.shown, ...words, ...headers.flatMap((header) => ['--header', header])],
    dependsOn: [''],
    advice: 'Correct the service, or the contract if it is the one that is wrong.',
  };
}

function providerWords(provider: ProviderConfig, config: Config, facts: Facts): string[] {
  return [
    ...option('--states', provider.states),
    ...option('--provider-states-setup-url', provider.statesUrl && expanded(provider.statesUrl, facts.env)),
    ...option('--wait', provider.wait),
    ...option('--explore', provider.explore),
    ...option('--seed', config.seed),
  ];
}

function fuzzParts(config: Config, entry: ContractConfig, facts: Facts): (Part | LeftOut)[] {
  const parsers = entry.parsers ?? [];
  if (parsers.length === 0) return [{ name: `fuzz ${entry.contract}`, reason: 'the configuration names no parser' }];
  return parsers.map((parser, index) => {
    const name = parsers.length === 1 ? `fuzz ${entry.contract}` : `fuzz ${entry.contract} ${index + 1}`;
    const { corpus, baseline, toWire } = parser;
    const kept = [corpus, baseline].filter((path) => path !== undefined);
    const code = [parser.parser, ...(toWire === undefined ? [] : [toWire])];
    const dependsOn = [...filesOf(entry, facts), ...code.flatMap((one) => parserFiles(one, facts)), ...kept];
    return { name, words: fuzzWords(parser, entry, config), dependsOn, advice: PARSER_ADVICE };
  });
}

const PARSER_ADVICE = 'Correct the parser; the command below shows the response again.';

/** What a parser is made of; a command may be made of anything. */
const parserFiles = (parser: string, { dependenciesOf }: Facts): readonly string[] =>
  parser.startsWith('cmd:') ? [''] : dependenciesOf(parser.split('#')[0] as string);

function fuzzWords(parser: ParserConfig, entry: ContractConfig, config: Config): string[] {
  return [
    'fuzz',
    entry.contract,
    '--parser',
    parser.parser,
    ...option('--runs', parser.runs ?? FUZZ_RUNS),
    ...option('--seed', config.seed),
    ...option('--rejects-with', parser.rejectsWith?.join(',')),
    ...option('--to-wire', parser.toWire),
    ...option('--unknown-fields', parser.unknownFields),
    ...option('--unknown-enum', parser.unknownEnum),
    ...option('--unusual-dates', parser.unusualDates),
    ...option('--invalid', parser.invalid),
    ...(parser.givesDefaults === true ? ['--gives-defaults'] : []),
    ...option('--corpus', parser.corpus),
    ...option('--baseline', parser.baseline),
  ];
}
