import type { Case } from '../../src/contract';
import { type FuzzOptions, fuzz } from '../../src/fuzz';
import type { Run } from '../../src/result';
import { moduleParser } from './module-parser';
import { CASES, contract, OTHERS, response, told } from './small-contract';

const fuzzed = (name: string, isolate: 'worker' | 'process', over: Partial<FuzzOptions> = {}): Promise<Run> =>
  fuzz({
    contract: contract.name,
    response,
    rules: [],
    parser: moduleParser(`fixtures/deadly.js#${name}`, isolate),
    cases: CASES,
    onlyGiven: true,
    seed: 1,
    limit: 500,
    judge: () => [],
    ...over,
  });

describe.each(['worker', 'process'] as const)('in a %s', (isolate) => {
  it.each([
    ['loops', /^hang 3 ACTIVE: it gave no answer within 500 ms/],
    ['exits', /^process-ended 3 ACTIVE: it ended the process with exit code 7/],
    ['throwsLater', /^escaped-error 3 ACTIVE: an error is thrown outside of the call and its promise: RangeError/],
    [
      'throwsLongAfterwards',
      /^escaped-error 3 ACTIVE: an error is thrown outside of the call and its promise: RangeError/,
    ],
    ['rejectsUnseen', /^escaped-error 3 ACTIVE: a promise that nobody waits for is rejected: TypeError/],
    ['neverAnswers', /^hang 3 ACTIVE: the parser gives a promise that is not settled/],
  ])('a parser that %s is a finding about the case that did it, and the run goes on', async (name, message) => {
    const lines = told(await fuzzed(name, isolate));
    expect(lines[0]).toMatch(message);
    expect(lines.slice(1)).toEqual(OTHERS);
  });
});

describe('an isolate', () => {
  it('is given up when it takes too much memory', async () => {
    const lines = told(await fuzzed('takesAllMemory', 'worker', { limit: 20_000 }));
    expect(lines[0]).toMatch(/^out-of-memory 3 ACTIVE: it needed more than 512 MB/);
    expect(lines.slice(1)).toEqual(OTHERS);
  });

  it('that dies only after other responses is said to do so', async () => {
    const lines = told(await fuzzed('diesInTheEnd', 'worker'));
    expect(lines).toContainEqual(expect.stringMatching(/^process-ended .*exit code 3, but only after other responses/));
  });

  it('that dies too often is given up, with what is known by then', async () => {
    const run = await fuzzed('exitsOften', 'worker', { mostDeaths: 6 });
    expect(told(run)[0]).toMatch(/^process-ended .*exit code 9/);
    expect(run.warnings).toEqual([expect.stringMatching(/^the parser was lost 3 times, .* exit code 9: the run ends/)]);
  });

  it('whose parser often gives no answer is given up, too', async () => {
    const cases = Array.from({ length: 100 }, (_, index) => ({ ...(CASES[3] as Case), id: `${index}` }));
    const parser = { kind: 'loaded', exported: () => new Promise(() => undefined) } as const;
    const run = await fuzzed('', 'worker', { parser, cases, limit: 5 });
    expect(run.warnings).toEqual([expect.stringMatching(/^the parser gave no answer \d+ times: the run ends here/)]);
    expect(run.results.map(({ id }) => id)).toEqual(['hang /status']);
  });

  it('says why a parser cannot be loaded', async () => {
    await expect(fuzzed('cannotBeLoaded', 'worker')).rejects.toMatchObject({ kind: 'usage', message: /is no parser/ });
    await expect(fuzzed('isNotThere', 'process')).rejects.toMatchObject({
      kind: 'usage',
      message: /has no export isNotThere/,
    });
  });
});
