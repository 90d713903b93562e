import { countsText, oneLine, type Run, shorten } from '../result';
import { type Cause, causesOf } from './causes';
import { placeOf } from './place';
import { type Reporter, type ReporterOptions, runReference } from './reporter';
import { verdictOf } from './verdict';

/** Causes that are told in full; the others are named by id. */
const IN_FULL = 5;
/** Causes that are named at all. */
const NAMED = 30;
/** The longest text of one cause, in characters. */
const LONGEST = 600;
/** The longest single line of a cause. */
const LONGEST_LINE = 160;

const cut = (text: string, longest = LONGEST_LINE): string => shorten(oneLine(text), longest);

const whereOf = ({ pointer }: Cause['finding']): string => (pointer === '' ? 'the whole' : pointer);

/** The one command that shows the cause: its replay where there is room for all of it, else the run's own finding. */
function commandOf({ finding, result }: Cause, room: number, runFile: string | undefined): string {
  const replay = oneLine(result.details?.['replay'] ?? '');
  if (replay !== '' && replay.length <= room) return replay;
  return `pactcheck report ${runReference(runFile)} --finding ${finding.fingerprint}`;
}

/** Lines of at most 440 characters together; the sentence and the command share what is left. */
function placeLines(run: Run, { finding, result, ids, also }: Cause, options: ReporterOptions): string[] {
  const { file, line } = placeOf(run, result, finding, options);
  const others = ids.length > 1 ? ` and ${ids.length - 1} more` : '';
  return [
    ...(finding.expected === '' ? [] : [`   expected: ${cut(finding.expected, 80)}`]),
    ...(finding.actual === '' ? [] : [`   got: ${cut(finding.actual, 50)}`]),
    `   in: ${cut(result.id, 50)}${others}${also.length === 0 ? '' : `; also ${cut(also.join(', '), 30)}`}`,
    `   file: ${cut(file, 60)}${line === 1 ? '' : `:${line}`}`,
  ];
}

function causeText(run: Run, cause: Cause, index: number, options: ReporterOptions): string {
  const { finding } = cause;
  const { runFile } = options;
  const head = `${index + 1}. ${finding.fingerprint} ${finding.level} ${oneLine(finding.rule)} at ${cut(whereOf(finding), 50)}`;
  const place = placeLines(run, cause, options).join('\n');
  const room = LONGEST - head.length - place.length - '\n   \n\n   show: '.length;
  const message = cut(finding.message, Math.min(LONGEST_LINE, room - commandOf(cause, 0, runFile).length));
  return `${head}\n   ${message}\n${place}\n   show: ${commandOf(cause, room - message.length, runFile)}`;
}

const nameOf = ({ finding }: Cause): string =>
  `- ${finding.fingerprint} ${finding.level} ${oneLine(finding.rule)} at ${cut(whereOf(finding), 80)}`;

function remainder(causes: readonly Cause[], runFile: string | undefined): string[] {
  const left = causes.slice(IN_FULL);
  if (left.length === 0) return [];
  const unnamed = left.length - NAMED;
  return [
    `${left.length} more; each: pactcheck report ${runReference(runFile)} --finding ID`,
    ...left.slice(0, NAMED).map(nameOf),
    ...(unnamed > 0 ? [`- and ${unnamed} that the run's JSON holds`] : []),
  ];
}

/** The first reason of each kind for which something was not tested. */
const reasonsOf = ({ results }: Run): string[] => [
  ...new Set(
    results.flatMap(({ status, reason }) =>
      (status === 'skipped' || status === 'approximate') && reason !== undefined ? [reason] : [],
    ),
  ),
];

/**
 * For programs that mend code: the verdict, then the causes, the first five with place, expected, got and the one
 * command that shows each, in at most 600 characters; the others by id.
 */
export const agent: Reporter = {
  name: 'agent',
  render: (run, options = {}) => {
    const { runFile } = options;
    const causes = causesOf(run);
    const counts = countsText(run.summary);
    const untested = reasonsOf(run);
    const lines = [
      `${verdictOf(run)} ${oneLine(run.command)} ${cut(run.contract, 80)}: ${counts}; ${causes.length} ${causes.length === 1 ? 'cause' : 'causes'}`,
      ...(run.warnings ?? []).slice(0, IN_FULL).map((warning) => `warning: ${cut(warning, 300)}`),
      ...causes.slice(0, IN_FULL).map((cause, index) => causeText(run, cause, index, options)),
      ...remainder(causes, runFile),
      ...(untested.length === 0 ? [] : [`not tested: ${cut(untested.slice(0, 3).join('; '), 300)}`]),
    ];
    return `${lines.join('\n')}\n`;
  },
};
