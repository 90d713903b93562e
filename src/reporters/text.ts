import type { CoverageFigure, Finding, Level, Result, Run } from '../result';
import { type Palette, PLAIN, type Reporter } from './reporter';

/** More failures than a screen holds are counted, not shown. */
const SHOWN = 20;

const figure = (name: string, { covered, feasible }: CoverageFigure): string => {
  const percent = feasible === 0 ? 100 : Math.floor((covered / feasible) * 1000) / 10;
  return `${name} ${covered} of ${feasible} (${percent} %)`;
};

function coverageLine(run: Run): string[] {
  if (run.coverage === undefined) return [];
  const { classes, pairs, triples } = run.coverage;
  const figures = [figure('classes', classes), pairs && figure('pairs', pairs), triples && figure('triples', triples)];
  return [`coverage: ${figures.filter((text) => text !== undefined).join(', ')}`];
}

const paint = (palette: Palette, level: Level): ((text: string) => string) => {
  if (level === 'error' || level === 'breaking') return palette.red;
  return level === 'warning' ? palette.yellow : palette.dim;
};

function findingLines(finding: Finding, palette: Palette): string[] {
  const place = finding.pointer === '' ? '' : ` ${palette.bold(finding.pointer)}`;
  const lines = [
    `    ${paint(palette, finding.level)(`${finding.level} ${finding.rule}`)}${place}: ${finding.message}`,
  ];
  if (finding.expected !== '') lines.push(`      expected ${finding.expected}`);
  if (finding.actual !== '') lines.push(`      actual   ${finding.actual}`);
  return lines;
}

/** Details that help at a glance; longer ones are left to the other reports. */
const GLANCE = ['replay', 'curl', 'payload'];

function detailLines({ details = {} }: Result, palette: Palette): string[] {
  return GLANCE.flatMap((name) => {
    const text = details[name];
    return text === undefined || text.length > 400 ? [] : [palette.dim(`    ${name}: ${text}`)];
  });
}

function resultLines(result: Result, palette: Palette): string[] {
  const mark = { passed: palette.green('✓'), failed: palette.red('✗'), skipped: palette.yellow('-') }[result.status];
  const reason = result.reason === undefined ? '' : `: ${result.reason}`;
  const findings = result.findings.flatMap((finding) => findingLines(finding, palette));
  const details = result.status === 'failed' ? detailLines(result, palette) : [];
  return [`  ${mark} ${result.id}${reason}`, ...findings, ...details];
}

/** What deserves a line: failures, what was skipped, and findings that do not fail. */
const isNoteworthy = (result: Result): boolean => result.status !== 'passed' || result.findings.length > 0;

function summaryLine(run: Run, palette: Palette): string {
  const { passed, failed, skipped, durationMs } = run.summary;
  const verdict = failed > 0 ? palette.red(palette.bold('FAILED')) : palette.green(palette.bold('PASSED'));
  const untested = passed + failed === 0 ? palette.yellow(palette.bold('NOTHING WAS TESTED')) : verdict;
  const skippedText = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${untested} ${run.command} ${run.contract}: ${passed} passed, ${failed} failed${skippedText} in ${(durationMs / 1000).toFixed(1)} s`;
}

/** For a person at a terminal: a line when green, each failure with what leads to its cause when not. */
export const text: Reporter = {
  name: 'text',
  render: (run, { palette = PLAIN, quiet = false } = {}) => {
    const noteworthy = run.results.filter((result) => (quiet ? result.status === 'failed' : isNoteworthy(result)));
    const ordered = [...noteworthy].sort(
      (left, right) => Number(right.status === 'failed') - Number(left.status === 'failed'),
    );
    const more = ordered.length > SHOWN ? [`  … and ${ordered.length - SHOWN} more`] : [];
    const lines = [
      ...(run.warnings ?? []).map((warning) => `${palette.yellow('warning')} ${warning}`),
      ...ordered.slice(0, SHOWN).flatMap((result) => resultLines(result, palette)),
      ...more,
      ...(quiet ? [] : coverageLine(run)),
      ...(quiet && run.summary.failed === 0 ? [] : [summaryLine(run, palette)]),
    ];
    return lines.map((line) => `${line}\n`).join('');
  },
};
