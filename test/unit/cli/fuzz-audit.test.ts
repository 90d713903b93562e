import type { Project } from '../../support/project';
import { runCli } from '../../support/run-cli';
import { FUZZ, parserSource, smallProject } from '../../support/small-project';

// Some of the mistakes are noticed by waiting for an answer.
jest.setTimeout(120_000);

let project: Project;
beforeAll(() => {
  project = smallProject();
  project.write({
    'blind.js': `${parserSource()}
let last = '';
exports.parse = (body) => { last = body; return parse(body); };
exports.toWire = () => JSON.parse(last);
`,
    'mistaken.js': parserSource('delete read.groups;'),
  });
});
afterAll(() => project.remove());

const audited = (...words: string[]) =>
  runCli([...FUZZ, '--isolate', 'none', '--timeout', '1', '--audit', ...words], { cwd: project.folder });

/** A rule of each oracle that can notice something in this thread. */
const NOTICED_BY = [
  'accepts-invalid',
  'accepts-nothing',
  'changes-later',
  'depends-on-history',
  'echoed-request',
  'hang',
  'input-modified',
  'invalid-date',
  'invented-field',
  'key-order-matters',
  'lost-field',
  'not-repeatable',
  'prototype-polluted',
  'refuses-valid',
  'throws-outside-promise',
  'undeclared-error',
  'unknown-member-matters',
  'unstable-round-trip',
  'unsteady-type',
  'white-space-matters',
  'wrong-instant',
  'wrong-value',
];

describe('fuzz --audit', () => {
  it('plants the usual mistakes, and says which oracle notices each: all of them', async () => {
    const { exitCode, run, output } = await audited();
    expect(run?.results.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(exitCode).toBe(0);
    expect(run?.summary.passed).toBeGreaterThan(140);
    const rules = new Set(run?.results.flatMap(({ details }) => (details?.['noticedBy'] ?? '').split(', ')));
    expect([...rules]).toEqual(expect.arrayContaining(NOTICED_BY));
    expect(output).toMatch(/^leaves-out +5 +5 {2}lost-field 5$/m);
    expect(output).toMatch(/^noticed (\d+) of \1 \(100 %\)$/m);
    expect(output).toMatch(/^5 left out: it is planted only where the parser runs in a worker or a process$/m);
  });

  it('is red where a mapping hides what the parser gives', async () => {
    const { exitCode, run, output } = await audited('--parser', 'blind.js#parse', '--to-wire', 'blind.js#toWire');
    expect(exitCode).toBe(1);
    expect(run?.results.find(({ id }) => id === 'leaves-out /groups')?.findings).toMatchObject([
      { rule: 'audit-unnoticed', message: 'a parser that forgets a member: /groups would not be noticed' },
    ]);
    expect(output).toContain('not noticed: leaves-out /groups');
  });

  it('begins only with a parser that passes', async () => {
    const { exitCode, run } = await audited('--parser', 'mistaken.js#parse');
    expect([exitCode, run?.command]).toEqual([1, 'fuzz']);
  });
});
