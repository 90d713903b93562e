import {
  asPart,
  carried,
  type End,
  fingerprint,
  type Result,
  type Run,
  type RunPart,
  runOf,
  shellWord,
} from '../../result';
import { isLeftOut, type Part, type PartOutcome, type PartResult } from './part';

/** What is run again to see this part alone. */
export const replayCommand = ({ words }: Pick<Part, 'words'>): string => `pactcheck ${words.map(shellWord).join(' ')}`;

/** A sentence with its end. */
export const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

/** A part that gave no run still has a result, so that a report shows it. */
function ownResult(part: Part, { end, failure }: PartOutcome): Result {
  const details = { replay: replayCommand(part) };
  if (end === 'passed') return { id: part.name, status: 'passed', findings: [], details };
  const message = failure?.message ?? `it ended with: ${end}`;
  const finding = {
    rule: 'gate-part',
    level: 'error' as const,
    pointer: '',
    message: failure?.next === undefined ? message : `${ended(message)} ${failure.next}`,
    expected: 'passed',
    actual: end,
    fingerprint: fingerprint({ rule: 'gate-part', place: part.name }),
  };
  return { id: part.name, status: 'failed', findings: [finding], details };
}

function resultsOf(result: PartResult): Result[] {
  if (isLeftOut(result)) return [{ id: result.name, status: 'skipped', findings: [], reason: result.reason }];
  const { part, outcome } = result;
  if (outcome.run === undefined || outcome.failure !== undefined) return [ownResult(part, outcome)];
  const prefixed = [...asPart(outcome.run, part.name).results];
  const agrees = outcome.end === 'passed' || prefixed.some(({ status }) => status === 'failed');
  return agrees ? prefixed : [...prefixed, ownResult(part, outcome)];
}

/** A part as a report lists it. */
function partOf(result: PartResult): RunPart[] {
  if (isLeftOut(result)) return [];
  const { part, outcome } = result;
  const [command = '', ...about] = part.name.split(' ');
  const { summary } = runOf(
    { command, contract: '', seed: 0 },
    resultsOf(result),
    outcome.run?.summary.durationMs ?? 0,
  );
  const { name } = part;
  return [{ name, command, contract: outcome.run?.contract ?? about.join(' '), seed: outcome.run?.seed ?? 0, summary }];
}

/** All parts as one run. */
export function joinedRun(
  results: readonly PartResult[],
  head: Pick<Run, 'contract' | 'seed'>,
  durationMs: number,
): Run {
  const run = runOf({ command: 'gate', ...head }, results.flatMap(resultsOf), durationMs);
  const runs = results.flatMap((result) =>
    isLeftOut(result) || result.outcome.run === undefined ? [] : [asPart(result.outcome.run, result.part.name)],
  );
  return { ...run, parts: results.flatMap(partOf), ...carried(runs) };
}

/** In the order of their weight. */
const FAILED: readonly End[] = ['findings', 'usage', 'environment', 'nothing tested'];

/**
 * What all parts come to. Findings weigh most, then what could not be done. Nothing was tested where every part was left
 * out, unless the change touches none of them.
 */
export function endOfParts(results: readonly PartResult[]): End {
  const ends = results.flatMap((result) => (isLeftOut(result) ? [] : [result.outcome.end]));
  if (ends.length === 0)
    return results.some((result) => isLeftOut(result) && result.isUntouched) ? 'passed' : 'nothing tested';
  return FAILED.find((end) => ends.includes(end)) ?? 'passed';
}
