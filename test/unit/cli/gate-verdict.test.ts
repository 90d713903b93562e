import type { PartResult } from '../../../src/app/gate/part';
import { joinedRun } from '../../../src/app/gate/verdict';
import { resultOf, runOf } from '../../../src/result';

const partOf = (name: string, site: string): PartResult => {
  const run = {
    ...runOf({ command: 'fuzz', contract: 'a', seed: 1 }, [resultOf('row 1', [])], 1),
    coverage: {
      classes: { covered: 1, feasible: 1 },
      cells: [{ site, class: 'typical', covered: true, by: ['row 1'] }],
    },
    warnings: [`warning of ${name}`],
  };
  const outcome = { end: 'passed' as const, run, told: [], failure: undefined };
  return { part: { name, words: [], dependsOn: [], perform: async () => ({}) }, outcome };
};

describe('the run of a gate', () => {
  it('carries what all parts covered, by the names that their results have there, and all warnings', () => {
    const run = joinedRun([partOf('one', '/x'), partOf('two', '/y')], { contract: 'a', seed: 1 }, 5);
    expect(run.results.map(({ id }) => id)).toEqual(['one: row 1', 'two: row 1']);
    expect(run.coverage?.cells?.map(({ site, by }) => [site, by])).toEqual([
      ['/x', ['one: row 1']],
      ['/y', ['two: row 1']],
    ]);
    expect(run.warnings).toEqual(['warning of one', 'warning of two']);
  });
});
