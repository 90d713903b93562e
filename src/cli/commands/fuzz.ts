import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { generateCases, mainResponse } from '../../cases';
import { type Case, type Contract, VERDICTS, type Verdict, WIRE_NAMES, type WireNames } from '../../contract';
import { DEFAULT_POLICY, fuzz, type ParserUnderTest, type Policy } from '../../fuzz';
import { Failure } from '../../result';
import { validatorFor } from '../../validator';
import { oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import { contractDigest } from '../contract-digest';
import { loadContract } from '../contract-reference';
import { loadExport } from '../load-module';
import { shardOf } from '../shard';

const names = (text: unknown): string[] =>
  String(text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** How a parser is kept from ending or blocking the run. */
const ISOLATIONS = ['worker', 'process', 'none'] as const;

/** The program beside this file that loads a parser in a worker or a process of its own. */
const ENTRY = { file: join(__dirname, '..', `fuzz-program${extname(__filename)}`) };

async function parserOf(options: Options, cwd: string): Promise<ParserUnderTest> {
  const reference = options['parser'] as string;
  if (reference.startsWith('cmd:')) return { kind: 'command', command: reference.slice(4).trim(), cwd };
  const isolate = options['isolate'] as (typeof ISOLATIONS)[number];
  const toWire = options['toWire'] as string | undefined;
  if (isolate !== 'none') return { kind: 'module', reference, toWire, cwd, isolate, entry: ENTRY };
  const back = toWire === undefined ? undefined : await loadExport(toWire, cwd);
  return { kind: 'loaded', exported: await loadExport(reference, cwd), reference, toWire: back as never };
}

const policyOf = (options: Options): Policy => ({
  unknownFields: (options['unknownFields'] as Verdict | undefined) ?? DEFAULT_POLICY.unknownFields,
  unknownEnum: (options['unknownEnum'] as Verdict | undefined) ?? DEFAULT_POLICY.unknownEnum,
  unusualDates: (options['unusualDates'] as Verdict | undefined) ?? DEFAULT_POLICY.unusualDates,
});

const quoted = (word: string): string => (/^[\w./:=@,#-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The words that run one case again, as they would be typed. */
function replayCommand(reference: string, options: Options, id: string): string {
  const given = (name: string, option: string): string[] =>
    options[option] === undefined ? [] : [name, quoted(String(options[option]))];
  return [
    'pactcheck fuzz',
    quoted(reference),
    ...given('--parser', 'parser'),
    ...given('--rejects-with', 'rejectsWith'),
    ...(options['isolate'] === 'worker' ? [] : given('--isolate', 'isolate')),
    ...given('--to-wire', 'toWire'),
    ...given('--unknown-fields', 'unknownFields'),
    ...given('--unknown-enum', 'unknownEnum'),
    ...given('--unusual-dates', 'unusualDates'),
    ...given('--wire-names', 'wireNames'),
    ...given('--operation', 'operation'),
    ...given('--seed', 'seed'),
    '--replay',
    quoted(id),
  ].join(' ');
}

/** Cases written as NDJSON, in a file or in the word itself. */
function writtenCases(word: string, cwd: string): Case[] | undefined {
  const text = word.startsWith('{')
    ? word
    : existsSync(resolve(cwd, word))
      ? readFileSync(resolve(cwd, word), 'utf8')
      : undefined;
  if (text === undefined) return undefined;
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Case);
  } catch (error) {
    throw new Failure(
      'usage',
      `--replay ${word} holds no cases: ${(error as Error).message}`,
      'Write one case a line, as `pactcheck cases` does.',
    );
  }
}

interface Asked {
  readonly contract: Contract;
  readonly options: Options;
  readonly cwd: string;
}

const edgeCases = ({ contract, options }: Asked): Iterable<Case> =>
  generateCases(contract, {
    operationId: options['operation'] as string | undefined,
    mode: 'edge',
    seed: options['seed'] as number,
  });

/** `pactcheck fuzz`: what a response parser does with all that the contract allows, and with the rest. */
export const fuzzCommand: CliCommand = {
  usage: 'fuzz <contract>',
  summary: 'feeds a response parser valid, edge and invalid responses',
  declare: (command) => {
    command
      .requiredOption(
        '--parser <parser>',
        "the parser under test: file.ts#export, or 'cmd: ...' for a program in any language",
      )
      .option(
        '--rejects-with <names>',
        'the error classes by which it refuses, by comma; any error where none is named',
      )
      .option('--runs <n>', 'how many responses it is fed', wholeNumber(1))
      .option('--time <seconds>', 'how long it is fed', wholeNumber(1))
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1)
      .option(
        '--unknown-fields <verdict>',
        'what it must do with members that the contract does not list',
        oneOf(VERDICTS),
      )
      .option('--unknown-enum <verdict>', 'what it must do with values that an enum does not list', oneOf(VERDICTS))
      .option(
        '--unusual-dates <verdict>',
        'what it must do with leap seconds, and with t and z in lower case',
        oneOf(VERDICTS),
      )
      .option('--replay <case>', 'runs one case: its id, a file of cases, or a case as JSON')
      .option('--isolate <how>', 'worker, process or none', oneOf(ISOLATIONS), 'worker')
      .option('--timeout <seconds>', 'how long it may take for one response', wholeNumber(1), 2)
      .option('--to-wire <file#export>', 'gives a parsed value back as the wire has it, where it has types of its own')
      .option('--shard <i/n>', 'the i-th of n parts of the work, or auto: what the CI system says')
      .option('--operation <id>', 'the operation whose answer it reads; the first one where it is not given')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, reference = '') => {
    const wireNames = options['wireNames'] as WireNames | undefined;
    const contract = await loadContract(reference, { cwd: context.cwd, wireNames });
    const response = mainResponse(contract, options['operation'] as string | undefined);
    const validator = validatorFor(contract);
    const replay = options['replay'] as string | undefined;
    const written = replay === undefined ? undefined : writtenCases(replay, context.cwd);
    const time = options['time'] as number | undefined;
    const shard = options['shard'] as string | undefined;
    const run = await fuzz({
      contract: contract.name,
      response,
      rules: contract.rules,
      parser: await parserOf(options, context.cwd),
      rejectsWith: names(options['rejectsWith']),
      policy: policyOf(options),
      cases: written ?? edgeCases({ contract, options, cwd: context.cwd }),
      seed: options['seed'] as number,
      runs: runsOf(options),
      time: time === undefined ? undefined : time * 1000,
      limit: (options['timeout'] as number) * 1000,
      only: written === undefined ? replay : undefined,
      onlyGiven: written !== undefined,
      shard: shard === undefined ? undefined : shardOf(shard, context.env),
      judge: (body) => validator.response(response.operation.id, response.status, body),
      replay: (id) => replayCommand(reference, options, id),
      signal: context.signal,
    });
    return context.finish({ ...run, contractDigest: contractDigest([contract]) });
  },
};

/** For a time, as many as there is time for. */
const runsOf = (options: Options): number | undefined =>
  (options['runs'] as number | undefined) ?? (options['time'] === undefined ? undefined : Number.POSITIVE_INFINITY);
