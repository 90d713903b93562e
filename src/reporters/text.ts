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

/** Results that say the same to a reader, the first of which is shown. */
interface Same {
  readonly result: Result;
  readonly count: number;
}

function grouped(results: readonly Result[]): Same[] {
  const groups = new Map<string, Same>();
  for (const result of results) {
    const failing = result.findings.filter(({ level }) => WEIGHTS[level] === 'error');
    const kinds = (failing.length > 0 ? failing : result.findings).map(
      ({ level, fingerprint }) => `${level} ${fingerprint}`,
    );
    // Without findings nothing tells that two of them are the same, but the reason.
    const key = JSON.stringify([result.status, kinds, kinds.length === 0 ? (result.reason ?? result.id) : '']);
    const same = groups.get(key);
    groups.set(key, { result: same?.result ?? result, count: (same?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

function resultLines({ result, count }: Same, palette: Palette): string[] {
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

const byWeight = (left: Same, right: Same): number =>
  Number(right.result.status === 'failed') - Number(left.result.status === 'failed');

/** For a person at a terminal: a line when green, each kind of failure with what leads to its cause when not. */
export const text: Reporter = {
  name: 'text',
  render: (run, { palette = PLAIN, quiet = false } = {}) => {
    const noteworthy = run.results.filter((result) => (quiet ? result.status === 'failed' : isNoteworthy(result)));
    const ordered = grouped(noteworthy).sort(byWeight);
    const left = ordered.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
    const lines = [
      ...(run.warnings ?? []).map((warning) => `${palette.yellow('warning')} ${oneLine(warning)}`),
      ...ordered.slice(0, SHOWN).flatMap((same) => resultLines(same, palette)),
      ...(left > 0 ? [`  … and ${left} more`] : []),
      ...(quiet ? [] : coverageLine(run)),
      ...(quiet && run.summary.failed === 0 ? [] : [summaryLine(run, palette)]),
    ];
    return lines.map((line) => `${line}\n`).join('');
  },
};
