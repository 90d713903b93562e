import { type CoverageFigure, countsText, type Finding, type Level, oneLine, type Result, type Run } from '../result';
import { figureText } from './figure';
import { type Palette, PLAIN, type Reporter } from './reporter';
import { type Telling, tellingOf } from './telling';
import { verdictOf } from './verdict';

/** More failures than a screen holds are counted, not shown; and so are more notes. */
const SHOWN = 20;

const named = (name: string, figure: CoverageFigure): string => `${name} ${figureText(figure)}`;

function coverageLine(run: Run): string[] {
  if (run.coverage === undefined) return [];
  const { classes, pairs, triples } = run.coverage;
  const figures = [named('classes', classes), pairs && named('pairs', pairs), triples && named('triples', triples)];
  return [`coverage: ${figures.filter((text) => text !== undefined).join(', ')}`];
}

const paint = (palette: Palette, level: Level): ((text: string) => string) => {
  if (level === 'error' || level === 'breaking') return palette.red;
  return level === 'warning' ? palette.yellow : palette.dim;
};

function findingLines(finding: Finding, palette: Palette, diff: string | undefined): string[] {
  const place = finding.pointer === '' ? '' : ` ${palette.bold(oneLine(finding.pointer))}`;
  const lines = [
    `    ${paint(palette, finding.level)(`${finding.level} ${oneLine(finding.rule)}`)}${place}: ${oneLine(finding.message)}`,
  ];
  if (diff !== undefined) return [...lines, ...diffLines(diff, palette)];
  if (finding.expected !== '') lines.push(`      expected ${oneLine(finding.expected)}`);
  if (finding.actual !== '') lines.push(`      actual   ${oneLine(finding.actual)}`);
  return lines;
}

/** What was expected against what was met, line by line. */
function diffLines(diff: string, palette: Palette): string[] {
  const paintLine = (line: string): string =>
    line.startsWith('-') ? palette.green(line) : line.startsWith('+') ? palette.red(line) : palette.dim(line);
  return diff.split('\n').map((line) => `      ${paintLine(oneLine(line))}`);
}

/** Details that help at a glance. */
const GLANCE = ['contract', 'suspect', 'setup', 'hint', 'replay', 'curl', 'head', 'payload', 'interaction'];

/** A test to be copied is shown with so many findings; further down nobody reads it, and the other reports have it. */
const WITH_TEST = 3;

/** Longer texts than this are shown by their beginning; the other reports have them whole. */
const LONGEST = 400;
const LONGEST_TEST = 1500;
/** What is to be run, or put into a pact, is worth more lines. */
const LONGEST_TO_COPY: Readonly<Record<string, number>> = { curl: 4000, interaction: 2000, setup: 4000 };

const atAGlance = (text: string): string =>
  text.length <= LONGEST
    ? oneLine(text)
    : `${oneLine(text.slice(0, LONGEST / 2))}… (${text.length} characters: whole by --json or --reporter html=FILE)`;

/** A command that is cut off cannot be run, so a long one is left to the other reports. */
function detailLines({ details = {} }: Result, palette: Palette, isFull: boolean): string[] {
  const glance = GLANCE.flatMap((name) => {
    const text = details[name];
    const longest = LONGEST_TO_COPY[name] ?? LONGEST;
    if (text === undefined || (name !== 'payload' && text.length > longest)) return [];
    const label = (name === 'payload' && details['witness']) || name;
    if (name === 'payload') return [palette.dim(`    ${label}: ${atAGlance(text)}`)];
    // Several commands stand in a line each, so that they can be copied.
    const lines = ['curl', 'setup'].includes(name) ? text.split('\n') : [text];
    return lines.map((line) => palette.dim(`    ${label}: ${oneLine(line)}`));
  });
  const { jest } = details;
  if (!isFull || jest === undefined || jest.length > LONGEST_TEST) return glance;
  return [
    ...glance,
    palette.dim('    jest:'),
    ...jest.split('\n').map((line) => palette.dim(`      ${oneLine(line)}`.trimEnd())),
  ];
}

function resultLines({ result, count }: Telling, palette: Palette, isFull: boolean): string[] {
  const mark = {
    passed: palette.green('✓'),
    failed: palette.red('✗'),
    skipped: palette.yellow('-'),
    approximate: palette.yellow('~'),
  }[result.status];
  const reason = result.reason === undefined ? '' : `: ${oneLine(result.reason)}`;
  const more = count > 1 ? palette.dim(` (and ${count - 1} more like it)`) : '';
  const diff = result.findings.length === 1 ? result.details?.['diff'] : undefined;
  const findings = result.findings.flatMap((finding) => findingLines(finding, palette, diff));
  const details = result.status === 'failed' ? detailLines(result, palette, isFull) : [];
  return [`  ${mark} ${oneLine(result.id)}${reason}${more}`, ...findings, ...details];
}

/** What deserves a line: failures, what was skipped, and findings that do not fail. */
const isNoteworthy = (result: Result): boolean => result.status !== 'passed' || result.findings.length > 0;

/** Of a diff what changed and how much it weighs, of all else how many passed. */
function countsOf({ command, results, summary }: Run): string {
  const { skipped } = summary;
  if (command !== 'diff') return countsText(summary).replace(', 0 skipped', '');
  const levels = results
    .flatMap(({ status, findings }) => (status === 'skipped' ? [] : findings))
    .map((one) => one.level);
  const counted = (['breaking', 'warning', 'compatible'] as const).map(
    (level) => [level, levels.filter((each) => each === level).length] as const,
  );
  const told = [...counted, ['ignored', skipped] as const].filter(([, count]) => count > 0);
  return told.map(([level, count]) => `${count} ${level}`).join(', ') || 'no change';
}

function summaryLine(run: Run, palette: Palette): string {
  const verdict = verdictOf(run);
  const { green, red, yellow } = palette;
  const paints = { PASSED: green, FAILED: red, INTERRUPTED: yellow, 'NOTHING WAS TESTED': yellow };
  const seconds = (run.summary.durationMs / 1000).toFixed(1);
  return `${paints[verdict](palette.bold(verdict))} ${oneLine(`${run.command} ${run.contract}`)}: ${countsOf(run)} in ${seconds} s`;
}

/** The first of them, and how many more there are. */
function shownLines(tellings: readonly Telling[], palette: Palette): string[] {
  const left = tellings.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
  return [
    ...tellings.slice(0, SHOWN).flatMap((telling, index) => resultLines(telling, palette, index < WITH_TEST)),
    ...(left > 0 ? [`  … and ${left} more: all of them by --json or --reporter html=FILE`] : []),
  ];
}

const hasFailed = ({ result }: Telling): boolean => result.status === 'failed';

/** For a person at a terminal: a line when green, each kind of failure with what leads to its cause when not. */
export const text: Reporter = {
  name: 'text',
  render: (run, { palette = PLAIN, quiet = false, isHeaded = false } = {}) => {
    const isShown = (result: Result): boolean =>
      quiet ? result.status === 'failed' : isNoteworthy(result) && !(isHeaded && result.status === 'skipped');
    const tellings = tellingOf(run.results.filter(isShown));
    const lines = [
      ...(run.warnings ?? []).map((warning) => `${palette.yellow('warning')} ${oneLine(warning)}`),
      ...shownLines(tellings.filter(hasFailed), palette),
      // Notes are asked for, as by --cover: they are not to be lost behind failures.
      ...shownLines(
        tellings.filter((telling) => !hasFailed(telling)),
        palette,
      ),
      ...(quiet ? [] : coverageLine(run)),
      ...(isHeaded || (quiet && run.summary.failed === 0) ? [] : [summaryLine(run, palette)]),
    ];
    return lines.map((line) => `${line}\n`).join('');
  },
};
