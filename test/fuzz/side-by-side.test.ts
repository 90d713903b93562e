import { fuzz } from '../../src/fuzz';
import type { Run } from '../../src/result';
import { baseFor } from './conformance/subjects';
import { moduleParser } from './module-parser';

const fuzzed = (name: string): Promise<Run> =>
  fuzz({
    ...baseFor(),
    parser: moduleParser(`fixtures/remembering.js#${name}`, 'worker'),
    rejectsWith: ['Refused'],
    seed: 1,
    runs: 1500,
  });

const withoutTime = ({ summary, ...run }: Run) => ({ ...run, summary: { ...summary, durationMs: 0 } });

describe('two isolates side by side', () => {
  it('find the same each time, also in a parser that remembers what it has read', async () => {
    const [one, other] = [await fuzzed('remembers'), await fuzzed('remembers')];
    expect(one.results.map(({ id }) => id)).toContain('depends-on-history body');
    expect(withoutTime(other)).toEqual(withoutTime(one));
  });
});
