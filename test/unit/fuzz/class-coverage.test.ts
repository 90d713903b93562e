import type { Case } from '../../../src/contract';
import { ClassCoverage } from '../../../src/fuzz/class-coverage';

const about = (site: string, name: string): Case => ({
  id: `${site} ${name}`,
  verdict: 'accept',
  status: 200,
  headers: {},
  body: '{}',
  classes: { [site]: name },
  seed: 1,
});

describe('the classes that a run covers', () => {
  it('are those of the cases that there are, whatever else was tried and failed', () => {
    const coverage = new ClassCoverage();
    for (const name of ['empty', 'typical']) coverage.expect(about('/note', name));
    coverage.add(about('/note', 'empty'), false);
    coverage.add(about('', 'cut off'), true);
    expect(coverage.coverage()).toEqual({
      classes: { covered: 1, feasible: 2 },
      cells: [
        { site: '/note', class: 'empty', covered: true, by: ['/note empty'] },
        { site: '/note', class: 'typical', covered: false, by: [] },
      ],
    });
  });
});
