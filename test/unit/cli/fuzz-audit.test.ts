import { join } from 'node:path';
import { resultOf } from '../../../src/app/fuzz/audit-run';
import { MISTAKEN_ENTRY, parserOf, subjectOf } from '../../../src/app/fuzz/subject';
import type { ParserWords } from '../../../src/app/fuzz/words';
import { mistakesTable } from '../../../src/cli/fuzz/mistakes-table';
import { type Audited, audit, type ParserUnderTest } from '../../../src/fuzz';
import { programPlantings } from '../../../src/fuzz/audit/in-a-program';
import { planSourceOf } from '../../../src/fuzz/source';
import type { Project } from '../../support/project';
import { runCli } from '../../support/run-cli';
import { FUZZ, parserSource, smallProject } from '../../support/small-project';

// Some of the mistakes are noticed by waiting for an answer.
let project: Project;
beforeAll(() => {
  project = smallProject();
  project.write({
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
  'depends-on-clock',
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
  'super-linear-time',
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
    expect(NOTICED_BY.filter((rule) => !rules.has(rule))).toEqual([]);
    expect(output).toMatch(/^leaves-out +5 +5 {2}lost-field 5$/m);
    expect(output).toMatch(/^noticed (\d+) of \1 \(100 %\)$/m);
    expect(output).toMatch(/^6 left out: it is planted only where the parser runs in a worker or a process$/m);
  });

  it('is red where the cases are too few to notice', async () => {
    const words = { contract: 'contracts/small/contract.ts', rejectsWith: ['Unreadable'] };
    const subject = await subjectOf(words as unknown as ParserWords, 1, project.folder);
    const parser: ParserUnderTest = {
      kind: 'loaded',
      exported: require(join(project.folder, 'parser.js')).parse as unknown,
    };
    const cases = subject.options.cases.filter(({ verdict }) => verdict === 'accept').slice(0, 2);
    const found = await audit({ ...subject.options, cases, parser, here: parser, mistakenEntry: MISTAKEN_ENTRY });
    const unnoticed = found.filter((one) => one.case === undefined && one.excuse === undefined);
    expect(unnoticed.map(({ id }) => id)).toContain('drops-milliseconds /since');
    expect(mistakesTable(found)).toContain('not noticed: drops-milliseconds /since (drops the fraction of a second');
    expect(resultOf(unnoticed[0] as Audited)).toMatchObject({
      status: 'failed',
      findings: [{ rule: 'audit-unnoticed' }],
    });
  });

  it.each([
    ['loops-for-ever', 'hang'],
    ['ends-the-process', 'process-ended'],
    ['throws-later', 'escaped-error'],
    ['rejects-unseen', 'escaped-error'],
    ['takes-all-memory', 'out-of-memory'],
    ['reads-local-times', 'depends-on-time-zone'],
  ])('plants %s in the program of the parser, and %s notices it', async (id, rule) => {
    const words = { contract: 'contracts/small/contract.ts', rejectsWith: ['Unreadable'], parser: 'parser.js#parse' };
    const parserWords = { ...words, isolate: 'worker', toWire: undefined } as unknown as ParserWords;
    const { options } = await subjectOf(parserWords, 1, project.folder);
    const parser = await parserOf(parserWords, project.folder);
    // To fill the memory takes a slow machine longer than one.
    const ground = {
      ...options,
      parser,
      mistakenEntry: MISTAKEN_ENTRY,
      limit: id === 'takes-all-memory' ? 20_000 : 1000,
    };
    const planting = programPlantings({ options: ground, source: planSourceOf(ground) }).find((one) => one.id === id);
    expect(await planting?.look()).toMatchObject({ complaints: [{ rule }] });
  });

  it('begins only with a parser that passes', async () => {
    const { exitCode, run } = await audited('--parser', 'mistaken.js#parse');
    expect([exitCode, run?.command]).toEqual([1, 'fuzz']);
  });
});
