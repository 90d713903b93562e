import { unnamedContract } from '../../app/contract-reference';
import { auditRun } from '../../app/fuzz/audit-run';
import type { Prepared } from '../../app/fuzz/fuzz-run';
import { fuzzWithBaseline } from '../../app/fuzz/fuzz-with-baseline';
import { ISOLATIONS, type ParserWords } from '../../app/fuzz/words';
import { VERDICTS, WIRE_NAMES } from '../../contract';
import { INVALID } from '../../fuzz';
import { Failure, oneLine } from '../../result';
import { collect, oneOf, wholeNumber } from '../arguments';
import type { CliCommand } from '../command';
import type { Context } from '../context';
import { mistakesTable } from '../fuzz/mistakes-table';
import { progressText } from '../fuzz/progress-text';
import { baselineWords, parserWords, runWords } from '../fuzz/words';
import type { Progress } from '../progress';
import { tellerOf } from '../warnings';

/** `pactcheck fuzz`: what a response parser does with all that the contract allows, and with the rest. */
export const fuzzCommand: CliCommand = {
  declare: (command) => {
    command
      .option(
        '--parser <parser>',
        "the parser under test: file.ts#export, file.ts#Class.function, or 'cmd: ...' for a program in any language",
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
        'what it must do with leap seconds, far offsets, and t and z in lower case',
        oneOf(VERDICTS),
      )
      .option(
        '--invalid <what>',
        'what it does with what the contract does not allow: must-fail, or may-pass where it does not validate',
        oneOf(INVALID),
      )
      .option('--gives-defaults', 'it gives defaults for absent members: at each place always the same one')
      .option('--without <rule=reason>', 'turns a rule off, with the reason; repeatable', collect)
      .option('--replay <case>', 'runs one case: its id, a file of cases, or a case as JSON')
      .option('--corpus <dir>', 'keeps the smallest case of each finding there, and runs what is kept first')
      .option('--baseline <file>', 'known findings, each with a reason and the day until which it fails nothing')
      .option('--update-baseline <reason>', 'adds all that is found to the baseline, for this reason')
      .option('--until <day>', 'the last day of what --update-baseline adds, as 2027-01-31')
      .option('--resume', 'goes on where the same words were interrupted')
      .option(
        '--cover',
        "measures how much of the parser's code the cases reach, and names the branches that none does",
      )
      .option('--tomorrow', 'says which changes that providers make without asking the parser survives as it is')
      .option('--audit', 'plants the usual mistakes behind a parser that passes, and says which are noticed')
      .option('--isolate <how>', 'worker, process or none', oneOf(ISOLATIONS), 'worker')
      .option('--timeout <seconds>', 'how long it may take for one response', wholeNumber(1), 2)
      .option(
        '--memory <megabytes>',
        'how much it may keep outside of the heap; with --isolate process all of its memory counts',
        wholeNumber(1),
        1024,
      )
      .option('--to-wire <file#export>', 'gives a parsed value back as the wire has it, where it has types of its own')
      .option('--shard <i/n>', 'the i-th of n parts of the work, or auto: what the CI system says')
      .option('--operation <id>', 'the operation whose answer it reads; the first one where it is not given')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, reference = '') => {
    if (reference === '') throw unnamedContract('fuzz', context.cwd);
    if (options['parser'] === undefined) throw unnamedParser();
    const { progress } = context;
    // What stands on a terminal is no part of a sentence.
    const clearing = (tell?: (sentence: string) => void) => (sentence: string) => {
      progress.clear();
      tell?.(sentence);
    };
    const asked = {
      parser: parserWords(reference, options),
      run: runWords(options),
      baseline: baselineWords(options),
      covers: options['cover'] === true,
      looksAhead: options['tomorrow'] === true,
    };
    progress.begin('making the responses');
    const { run, prepared } = await fuzzWithBaseline(asked, {
      ...context,
      onWarning: clearing(tellerOf(context)),
      onProgress: (now, isKnown) => progress.tell(() => progressText(now, isKnown)),
      onFound: (finding) => progress.note(`✗ ${finding.rule} ${finding.pointer || 'body'}: ${finding.message}`),
      onLookAhead: () => progress.begin('looking at the contract of tomorrow'),
      onNotice: clearing((sentence) => context.err(`${oneLine(sentence)}\n`)),
      onCounted: (cases) => tellCounted(cases, progress),
    }).finally(progress.clear);
    if (options['audit'] === true && run.summary.failed === 0 && !context.signal.aborted)
      return audited(context, asked.parser, prepared);
    return context.finish(run);
  },
};

function tellCounted(cases: number, progress: Progress): void {
  if (cases === 0) progress.begin('counting what is reached of the code');
  else progress.tell(() => `code counted with ${cases} cases`);
}

const unnamedParser = (): Failure =>
  new Failure(
    'usage',
    'fuzz needs --parser <parser>: the parser under test',
    "Name it by --parser: file.ts#export, file.ts#User.fromJson, or 'cmd: ...' for a program in any language.",
  );

/** Only a parser that passes can show that a mistake is noticed. */
async function audited(context: Context, words: ParserWords, { options, contractDigest }: Prepared): Promise<number> {
  const outcome = await auditRun(words, options, {
    cwd: context.cwd,
    onAudited: (done, all) => context.progress.tell(() => `${done} of ${all} mistakes planted`),
  }).finally(context.progress.clear);
  const { json, quiet, reporter } = context.options;
  if (!json && !quiet && reporter.every((word) => word.includes('='))) context.out(mistakesTable(outcome.audited));
  return context.finish({ ...outcome.run, contractDigest });
}
