import { fuzz, type ParseFunction } from '../../src/fuzz';
import { correct, optionsFor } from './any-root';

jest.setTimeout(120_000);

const options = optionsFor({
  type: 'object',
  required: ['items'],
  properties: {
    items: { type: 'array', items: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
    next: { type: 'string' },
  },
});

const judged = correct(options);

async function found(change: (items: unknown[]) => unknown): Promise<string[]> {
  const exported: ParseFunction = (body, response) => change((judged(body, response) as { items: unknown[] }).items);
  const { results } = await fuzz({ ...options, runs: 400, parser: { kind: 'loaded', exported } });
  return results.filter(({ status }) => status === 'failed').map(({ id }) => id);
}

describe('a parser that gives the list of a page', () => {
  it('is right where the list is whole', async () => {
    expect(await found((items) => items)).toEqual([]);
  });

  it('is wrong where it is cut short', async () => {
    expect(await found((items) => items.slice(0, 2))).toEqual(['lost-field /items/[]']);
  });
});
