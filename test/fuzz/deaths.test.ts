import type { Case } from '../../src/contract';
import { fuzz } from '../../src/fuzz';
import { moduleParser } from './module-parser';
import { contract, response, testCase } from './small-contract';

/** A valid answer that says it is about one site. */
const about = (site: string, members: Readonly<Record<string, unknown>>): Case => ({
  ...testCase(`${site} typical`, 'NEW'),
  body: JSON.stringify({ id: 'one', status: 'NEW', count: 5, ...members }),
  classes: { [site]: 'special' },
});

const PLAIN = about('/id', {});

/** What is found behind a parser that ends its program where the body has it so, and where. */
async function deathsOf(name: string, cases: readonly Case[]): Promise<string[]> {
  const { results } = await fuzz({
    contract: contract.name,
    response,
    rules: [],
    parser: moduleParser(`fixtures/deadly.js#${name}`),
    cases: [PLAIN, ...cases],
    onlyGiven: true,
    seed: 1,
    judge: () => [],
  });
  return results.flatMap(({ findings }) => findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).sort();
}

describe('a parser that ends its program', () => {
  it('for one reason is one finding, whatever else the responses are about', async () => {
    const cases = [
      about('/count', { count: 7, status: 'GONE' }),
      about('/id', { id: 'two', status: 'GONE' }),
      about('/note/|0', { status: 'GONE', note: 'text' }),
      about('/status', { status: 'GONE' }),
    ];
    expect(await deathsOf('exitsForGone', cases)).toEqual(['process-ended /status']);
  });

  it('for two reasons is two findings', async () => {
    const cases = [
      about('/count', { count: 0 }),
      about('/id', { id: 'two', status: 'GONE' }),
      about('/id', { id: 'two', count: 0 }),
    ];
    expect(await deathsOf('exitsForTwoReasons', cases)).toEqual(['process-ended /count', 'process-ended /status']);
  });

  it('for something within a branch of a union is put at a place of the body', async () => {
    expect(await deathsOf('exitsForNotes', [about('/note/|0', { note: 'a text' })])).toEqual(['process-ended /note']);
  });
});
