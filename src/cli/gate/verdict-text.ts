import type { PartOutcome, PartResult } from '../../app/gate/part';
import { ended, replayCommand } from '../../app/gate/verdict';
import type { Run } from '../../result';
import { countsText, oneLine } from '../../result';
import type { Context } from '../context';

type Performed = Exclude<PartResult, { readonly reason: string }>;

const isPerformed = (result: PartResult): result is Performed => 'part' in result;
const isFailed = (result: PartResult): result is Performed => isPerformed(result) && result.outcome.end !== 'passed';

/** What was found first: a finding that fails, with its place where the sentence does not say it. */
function firstFinding(run: Run | undefined): string | undefined {
  const failed = run?.results.find((result) => result.status === 'failed');
  if (failed === undefined) return undefined;
  const finding = failed.findings.find(({ level }) => level === 'error' || level === 'breaking') ?? failed.findings[0];
  if (finding === undefined) return failed.id;
  const [place = ''] = failed.id.split(': ');
  return finding.message.includes(place.split(' ')[0] ?? '') ? finding.message : `${failed.id}: ${finding.message}`;
}

/** Why a part failed, in a sentence: what could not be done, or the first finding. */
export const reasonOf = ({ failure, run, end }: PartOutcome): string =>
  oneLine(failure?.message ?? firstFinding(run) ?? `it ended with: ${end}`);

/** What to do about a part that failed. */
export const nextOf = ({ part, outcome }: Performed): string | undefined =>
  outcome.failure === undefined ? part.advice : outcome.failure.next;

/** The verdict in a line: of a failure the first reason and what to do about it, then what else failed. */
function firstLine(context: Context, results: readonly PartResult[], run: Run): string {
  const { bold, red, green, yellow, dim } = context.colors;
  const counts = dim(`(${countsText(run.summary).replace(' skipped', ' left out')})`);
  const [first, ...others] = results.filter(isFailed);
  if (results.some((result) => !isPerformed(result) && result.isUntouched) && !results.some(isPerformed))
    return `${green(bold('PASSED'))} the change touches nothing that is checked ${counts}`;
  if (!results.some(isPerformed)) return `${yellow(bold('NOTHING WAS TESTED'))} ${counts}`;
  if (first === undefined) return `${green(bold('PASSED'))} ${counts}`;
  const next = nextOf(first) === undefined ? '' : ` ${oneLine(nextOf(first) ?? '')}`;
  const also = others.length === 0 ? '' : ` Failed too: ${oneLine(others.map(({ part }) => part.name).join(', '))}.`;
  return `${red(bold('FAILED'))} ${oneLine(first.part.name)}: ${ended(reasonOf(first.outcome))}${next}${also} ${counts}`;
}

function partLines(context: Context, result: PartResult): string[] {
  const { red, green, dim } = context.colors;
  if (!isPerformed(result)) return [dim(`  - ${oneLine(result.name)}: left out, ${oneLine(result.reason)}`)];
  const { part, outcome } = result;
  if (outcome.end === 'passed')
    return [`  ${green('✓')} ${oneLine(part.name)}`, ...outcome.told.map((line) => dim(`      ${oneLine(line)}`))];
  const count = outcome.run?.summary.failed ?? 0;
  const more = outcome.failure === undefined && count > 1 ? ` (and ${count - 1} more)` : '';
  const next = nextOf(result);
  return [
    `  ${red('✗')} ${oneLine(part.name)}: ${reasonOf(outcome)}${more}`,
    ...(next === undefined ? [] : [`      ${oneLine(next)}`]),
    dim(`      ${oneLine(replayCommand(part))}`),
  ];
}

/** The verdict and its parts, for a person: the reason first. */
export const verdictText = (context: Context, results: readonly PartResult[], run: Run): string =>
  `${[firstLine(context, results, run), ...results.flatMap((result) => partLines(context, result))].join('\n')}\n${run.summary.failed > 0 ? '\n' : ''}`;
