import type { Config, ContractConfig, ParserConfig } from '../config';
import { type FuzzAsked, fuzzWithBaseline } from '../fuzz/fuzz-with-baseline';
import { type Facts, filesOf } from './facts';
import { option } from './option';
import type { LeftOut, Part } from './part';

/** How many responses a parser is fed, where the configuration does not say. */
const RUNS = 2000;

const ADVICE = 'Correct the parser; the command below shows the response again.';

/** Feeds each parser of a contract. */
export function fuzzParts(config: Config, entry: ContractConfig, facts: Facts): (Part | LeftOut)[] {
  const parsers = entry.parsers ?? [];
  if (parsers.length === 0) return [{ name: `fuzz ${entry.contract}`, reason: 'the configuration names no parser' }];
  return parsers.map((parser, index) => {
    const { corpus, baseline, toWire } = parser;
    const kept = [corpus, baseline].filter((path) => path !== undefined);
    const code = [parser.parser, ...(toWire === undefined ? [] : [toWire])];
    const asked = askedOf(parser, entry, config);
    return {
      name: parsers.length === 1 ? `fuzz ${entry.contract}` : `fuzz ${entry.contract} ${index + 1}`,
      words: wordsOf(asked),
      dependsOn: [...filesOf(entry, facts), ...code.flatMap((one) => parserFiles(one, facts)), ...kept],
      advice: ADVICE,
      perform: async ({ cwd, env, signal, watch }) =>
        fuzzWithBaseline(asked, { cwd, env, signal, onProgress: watch.onFuzzed }),
    };
  });
}

/** What a parser is made of; a command may be made of anything. */
const parserFiles = (parser: string, { dependenciesOf }: Facts): readonly string[] =>
  parser.startsWith('cmd:') ? [''] : dependenciesOf(parser.split('#')[0] as string);

/** What is not configured is as on the command line. */
function askedOf(configured: ParserConfig, { contract }: ContractConfig, { seed = 1 }: Config): FuzzAsked {
  const { runs = RUNS, corpus, baseline, rejectsWith = [], givesDefaults = false, ...parser } = configured;
  return {
    parser: { ...parser, contract, rejectsWith, givesDefaults, isolate: 'worker' },
    run: { seed, runs, timeout: 2, memory: 1024, corpus, resume: false },
    baseline: { baseline },
  };
}

function wordsOf({ parser, run, baseline }: FuzzAsked): string[] {
  return [
    ...['fuzz', parser.contract, '--parser', parser.parser],
    ...option('--runs', run.runs),
    ...option('--seed', run.seed === 1 ? undefined : run.seed),
    ...option('--rejects-with', parser.rejectsWith.join(',') || undefined),
    ...option('--to-wire', parser.toWire),
    ...option('--unknown-fields', parser.unknownFields),
    ...option('--unknown-enum', parser.unknownEnum),
    ...option('--unusual-dates', parser.unusualDates),
    ...option('--invalid', parser.invalid),
    ...(parser.givesDefaults === true ? ['--gives-defaults'] : []),
    ...(parser.without ?? []).flatMap((word) => option('--without', word)),
    ...option('--corpus', run.corpus),
    ...option('--baseline', baseline.baseline),
  ];
}
