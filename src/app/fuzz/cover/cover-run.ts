import { type FuzzOptions, feed, isLoud } from '../../../fuzz';
import { Failure, type Run } from '../../../result';
import { loadExport } from '../../load-module';
import type { ParserWords, RunWords } from '../words';
import { countedFiles, forgetCounts, loadCounted } from './counted-module';
import { coverResults } from './cover-results';

/** @throws Failure (usage) where the code of the parser cannot be counted, or only a part of the work is done. */
export function requireCountable({ parser }: ParserWords, { shard, replay, time, runs }: RunWords): void {
  if (parser.startsWith('cmd:'))
    throw new Failure(
      'usage',
      '--cover counts in code that is loaded here, not in a program of its own',
      "Start the program under its own language's tool, such as coverage.py or JaCoCo.",
    );
  if (shard !== undefined || replay !== undefined)
    throw new Failure('usage', '--cover is of a whole run', 'Leave out --shard and --replay.');
  if (time !== undefined && runs === undefined)
    throw new Failure('usage', '--cover needs an end that is the same each time', 'Give --runs instead of --time.');
}

/**
 * The run with what it reached of the parser's code: the same cases are shown to a copy of it with counters in its code.
 * @throws Failure (usage) where the parser cannot be loaded so.
 */
export async function withCodeCoverage(
  run: Run,
  words: ParserWords,
  options: FuzzOptions,
  { cwd, onCounted }: { readonly cwd: string; readonly onCounted: (cases: number) => void },
): Promise<Run> {
  const loud = run.results.flatMap(({ findings }) => findings).find(({ rule }) => isLoud(rule));
  if (loud !== undefined)
    return {
      ...run,
      warnings: [...(run.warnings ?? []), `the code was not covered, because of ${loud.rule}: mend that first`],
    };
  forgetCounts();
  const toWire = words.toWire === undefined ? undefined : ((await loadExport(words.toWire, cwd)) as never);
  const exported = loadCounted(words.parser, cwd);
  onCounted(0);
  const counted = { ...options, parser: { kind: 'loaded' as const, exported, reference: words.parser, toWire } };
  await feed(counted, onCounted);
  const covered = coverResults(countedFiles(), cwd);
  forgetCounts();
  const summary = { ...run.summary, passed: run.summary.passed + covered.length };
  return { ...run, summary, results: [...run.results, ...covered] };
}
