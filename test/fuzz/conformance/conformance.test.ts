import { MISTAKES } from './mistakes';
import { REMOTE_MISTAKES } from './programs';
import { fuzzed, loaded, STYLES, told } from './subjects';

// All mistakes on five seeds behind every style, and 200,000 cases for each correct parser: bench/fuzzing.
jest.setTimeout(240_000);

describe('a correct parser', () => {
  it.each(STYLES.map((style) => [style.name, style] as const))('that is %s gives no finding', async (_name, style) => {
    expect(told(await fuzzed(style, loaded(style.parser), { runs: 1500 }))).toEqual([]);
  });
});

describe('the mistakes', () => {
  it('are forty and more, each with a name of its own, in other languages too', () => {
    expect(new Set(MISTAKES.map(({ name }) => name)).size).toBe(MISTAKES.length);
    expect(REMOTE_MISTAKES.length).toBeGreaterThanOrEqual(40);
  });
});
