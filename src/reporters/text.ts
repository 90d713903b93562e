import type { CoverageFigure, Finding, Level, Result, Run } from '../result';
import { figureText } from './figure';
import { WEIGHTS } from './level';
import { type Palette, PLAIN, type Reporter } from './reporter';
import { verdictOf } from './verdict';
import { oneLine } from './visible';

/** More failures than a screen holds are counted, not shown. */
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

function findingLines(finding: Finding, palette: Palette): string[] {
  const place = finding.pointer === '' ? '' : ` ${palette.bold(oneLine(finding.pointer))}`;
  const lines = [
    `    ${paint(palette, finding.level)(`${finding.level} ${finding.rule}`)}${place}: ${oneLine(finding.message)}`,
  ];
  if (finding.expected !== '') lines.push(`      expected ${oneLine(finding.expected)}`);
  if (finding.actual !== '') lines.push(`      actual   ${oneLine(finding.actual)}`);
  return lines;
}

/** Details that help at a glance; longer ones are left to the other reports. */
const GLANCE = ['replay', 'curl', 'payload'];

function detailLines({ details = {} }: Result, palette: Palette): string[] {
  return GLANCE.flatMap((name) => {
    const text = details[name];
    return text === undefined || text.length > 400 ? [] : [palette.dim(`    ${name}: ${oneLine(text)}`)];
  });
}

/** A result that shows something new, and how many after it show no more. */
interface Telling {
  readonly result: Result;
  count: number;
}

/** What a result has to say, most of all what it failed by. Without findings only its reason can say it again. */
function kindsOf({ id, status, reason, findings }: Result): string[] {
  const failing = findings.filter(({ level }) => WEIGHTS[level] === 'error');
  const kinds = (failing.length > 0 ? failing : findings).map(({ level, fingerprint }) => `${level} ${fingerprint}`);
  return kinds.length > 0 ? kinds : [`${status} ${reason ?? id}`];
}

/** The results of which each shows a kind of finding that none before it does. */
function tellingOf(results: readonly Result[]): Telling[] {
  const shown = new Map<string, Telling>();
  const all: Telling[] = [];
  for (const result of results) {
    const kinds = kindsOf(result);
    const known = kinds.every((kind) => shown.has(kind)) ? shown.get(kinds[0] as string) : undefined;
    if (known !== undefined) {
      known.count += 1;
      continue;
    }
    const telling = { result, count: 1 };
    all.push(telling);
    for (const kind of kinds) if (!shown.has(kind)) shown.set(kind, telling);
  }
  return all;
}

function resultLines({ result, count }: Telling, palette: Palette): string[] {
  const mark = { passed: palette.green('✓'), failed: palette.red('✗'), skipped: palette.yellow('-') }[result.status];
  const reason = result.reason === undefined ? '' : `: ${oneLine(result.reason)}`;
  const more = count > 1 ? palette.dim(` (and ${count - 1} more like it)`) : '';
  const findings = result.findings.flatMap((finding) => findingLines(finding, palette));
  const details = result.status === 'failed' ? detailLines(result, palette) : [];
  return [`  ${mark} ${oneLine(result.id)}${reason}${more}`, ...findings, ...details];
}

/** What deserves a line: failures, what was skipped, and findings that do not fail. */
const isNoteworthy = (result: Result): boolean => result.status !== 'passed' || result.findings.length > 0;

function summaryLine(run: Run, palette: Palette): string {
  const { passed, failed, skipped, durationMs } = run.summary;
  const verdict = verdictOf(run);
  const paintVerdict = { PASSED: palette.green, FAILED: palette.red, 'NOTHING WAS TESTED': palette.yellow }[verdict];
  const skippedText = skipped > 0 ? `, ${skipped} skipped` : '';
  const counts = `${passed} passed, ${failed} failed${skippedText}`;
  return `${paintVerdict(palette.bold(verdict))} ${run.command} ${oneLine(run.contract)}: ${counts} in ${(durationMs / 1000).toFixed(1)} s`;
}

const byWeight = (left: Telling, right: Telling): number =>
  Number(right.result.status === 'failed') - Number(left.result.status === 'failed');

/** For a person at a terminal: a line when green, each kind of failure with what leads to its cause when not. */
export const text: Reporter = {
  name: 'text',
  render: (run, { palette = PLAIN, quiet = false } = {}) => {
    const noteworthy = run.results.filter((result) => (quiet ? result.status === 'failed' : isNoteworthy(result)));
    const ordered = tellingOf(noteworthy).sort(byWeight);
    const left = ordered.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
    const lines = [
      ...(run.warnings ?? []).map((warning) => `${palette.yellow('warning')} ${oneLine(warning)}`),
      ...ordered.slice(0, SHOWN).flatMap((telling) => resultLines(telling, palette)),
      ...(left > 0 ? [`  … and ${left} more`] : []),
      ...(quiet ? [] : coverageLine(run)),
      ...(quiet && run.summary.failed === 0 ? [] : [summaryLine(run, palette)]),
    ];
    return lines.map((line) => `${line}\n`).join('');
  },
};
