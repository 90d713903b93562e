import { oneLine, type Result, type Run, runOf, type Summary, shorten, visible } from '../result';
import { detailText, findingText } from './finding-text';
import { WEIGHTS } from './level';
import type { Reporter } from './reporter';

type Builder = ReturnType<typeof import('xmlbuilder2').create>;

/** Jenkins takes what stands before the last dot of a class name for a package. */
const className = ({ command, contract }: Named): string => oneLine(`${command} ${contract}`.replaceAll('.', '_'));

type Named = Pick<Run, 'command' | 'contract'>;

/** The results of one part of a run; of a run without parts all of them. */
interface Suite extends Pick<Run, 'command' | 'contract' | 'seed' | 'summary' | 'warnings'> {
  readonly results: readonly Result[];
}

/** A suite for each part, and one for what belongs to none: what was left out of a gate. */
function suitesOf(run: Run): Suite[] {
  const parts = (run.parts ?? []).filter(({ name }) => name !== undefined);
  if (parts.length === 0) return [run];
  const isOf = (name: string) => (result: Result) => result.id === name || result.id.startsWith(`${name}: `);
  const own = parts.map((part) => ({ ...part, results: run.results.filter(isOf(part.name ?? '')) }));
  const taken = new Set(own.flatMap(({ results }) => results));
  const results = run.results.filter((result) => !taken.has(result));
  const { summary } = runOf(run, results, 0);
  return results.length === 0 && run.warnings === undefined ? own : [...own, { ...run, summary, results }];
}

function failureOf(result: Result, element: Builder): void {
  const failing = result.findings.filter(({ level }) => WEIGHTS[level] === 'error');
  const [first] = failing;
  const message = oneLine(shorten(first?.message ?? result.reason ?? 'failed', 300));
  const text = [...failing.map(findingText), detailText(result)].filter((part) => part !== '').join('\n\n');
  element.ele('failure', { message, type: oneLine(first?.rule ?? 'failed') }).txt(visible(text));
}

function outputOf(result: Result, element: Builder): void {
  const other = result.findings.filter(({ level }) => WEIGHTS[level] !== 'error');
  if (other.length > 0) element.ele('system-out').txt(visible(other.map(findingText).join('\n\n')));
}

/** Test cases of one name would be one to Jenkins: the second is called `name (2)`. */
function uniqueNames(results: readonly Result[]): string[] {
  const times = new Map<string, number>();
  return results.map(({ id }) => {
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return oneLine(time === 1 ? id : `${id} (${time})`);
  });
}

const countsOf = ({ passed, failed, skipped, approximate = 0 }: Summary) => ({
  tests: passed + failed + skipped + approximate,
  failures: failed,
  errors: 0,
});

function suiteOf(run: Suite, root: Builder): void {
  const { skipped, approximate = 0, durationMs } = run.summary;
  const time = (durationMs / 1000).toFixed(3);
  const name = oneLine(`${run.command} ${run.contract}`);
  const suite = root.ele('testsuite', { name, ...countsOf(run.summary), skipped: skipped + approximate, time });
  const properties = suite.ele('properties');
  properties.ele('property', { name: 'seed', value: String(run.seed) });
  if (approximate > 0) properties.ele('property', { name: 'approximate', value: String(approximate) });
  const names = uniqueNames(run.results);
  run.results.forEach((result, index) => {
    const element = suite.ele('testcase', { name: names[index] ?? '', classname: className(run) });
    if (result.status === 'failed') failureOf(result, element);
    if (result.status === 'skipped') element.ele('skipped', { message: oneLine(result.reason ?? '') });
    // JUnit has no word for it, and a pass it is not.
    if (result.status === 'approximate')
      element.ele('skipped', { message: oneLine(`approximate: ${result.reason ?? ''}`) });
    outputOf(result, element);
  });
  if (run.warnings !== undefined)
    suite.ele('system-out').txt(visible(run.warnings.map((text) => `warning: ${text}`).join('\n')));
}

/**
 * JUnit's XML as the schema of Jenkins' xUnit plugin allows it, which others read as well. A test case has the
 * result's id for its name, so that it is the same one at every run. Each part of a gate is a suite, with its own time.
 */
export const junit: Reporter = {
  name: 'junit',
  render: (run) => {
    const { create } = require('xmlbuilder2') as typeof import('xmlbuilder2');
    const document = create({ version: '1.0', encoding: 'UTF-8' });
    const time = (run.summary.durationMs / 1000).toFixed(3);
    const root = document.ele('testsuites', { name: 'pactcheck', ...countsOf(run.summary), time });
    for (const suite of suitesOf(run)) suiteOf(suite, root);
    return `${document.end({ prettyPrint: true })}\n`;
  },
};
