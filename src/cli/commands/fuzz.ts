import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generateCases, mainResponse } from '../../cases';
import { type Case, type Contract, VERDICTS, type Verdict, WIRE_NAMES, type WireNames } from '../../contract';
import { DEFAULT_POLICY, fuzz, type ParseFunction, type Policy } from '../../fuzz';
import { Failure } from '../../result';
import { validatorFor } from '../../validator';
import { oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import { loadContract } from '../contract-reference';
import { loadExport } from '../load-module';

const names = (text: unknown): string[] =>
  String(text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** @throws Failure (usage) where the export is no parser. */
async function parserFrom(reference: string, cwd: string): Promise<ParseFunction> {
  const exported = await loadExport(reference, cwd);
  if (typeof exported === 'function') return exported as ParseFunction;
  throw new Failure('usage', `${reference} is no function`, 'Name an export that takes the body as a text.');
}

const policyOf = (options: Options): Policy => ({
  unknownFields: (options['unknownFields'] as Verdict | undefined) ?? DEFAULT_POLICY.unknownFields,
  unknownEnum: (options['unknownEnum'] as Verdict | undefined) ?? DEFAULT_POLICY.unknownEnum,
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
    ...given('--unknown-fields', 'unknownFields'),
    ...given('--unknown-enum', 'unknownEnum'),
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
      .requiredOption('--parser <parser>', 'the parser under test: file.ts#export')
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
      .option('--replay <case>', 'runs one case: its id, a file of cases, or a case as JSON')
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
    const run = await fuzz({
      contract: contract.name,
      response,
      rules: contract.rules,
      parse: await parserFrom(options['parser'] as string, context.cwd),
      rejectsWith: names(options['rejectsWith']),
      policy: policyOf(options),
      cases: written ?? edgeCases({ contract, options, cwd: context.cwd }),
      seed: options['seed'] as number,
      ...runsOf(options, written !== undefined),
      ...(time === undefined ? {} : { time: time * 1000 }),
      ...(replay === undefined || written !== undefined ? {} : { only: replay }),
      judge: (body) => validator.response(response.operation.id, response.status, body),
      replay: (id) => replayCommand(reference, options, id),
      signal: context.signal,
    });
    return context.finish(run);
  },
};

/** Cases that were given are run, and no others; for a time, as many as there is time for. */
function runsOf(options: Options, isGiven: boolean): { runs?: number } {
  if (isGiven) return { runs: 0 };
  const runs = options['runs'] as number | undefined;
  if (runs !== undefined) return { runs };
  return options['time'] === undefined ? {} : { runs: Number.POSITIVE_INFINITY };
}
