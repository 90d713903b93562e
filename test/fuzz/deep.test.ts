import { fuzz, type ParseFunction } from '../../src/fuzz';
import { correct, optionsFor, Refused } from './any-root';
import { told } from './conformance/subjects';

const MODELS = {
  Folder: {
    type: 'object',
    properties: { name: { type: 'string' }, folders: { type: 'array', items: { $ref: '#/$defs/Folder' } } },
    required: ['name'],
  },
  Chain: { type: 'object', properties: { id: { type: 'integer' }, next: { $ref: '#/$defs/Link' } }, required: ['id'] },
  Link: { oneOf: [{ $ref: '#/$defs/Chain' }, { type: 'null' }] },
};

/** Models that come back to themselves: by a list, by another model and a choice, further inside a body. */
const RECURSIVE: readonly (readonly [string, unknown])[] = [
  ['by a list', { $ref: '#/$defs/Folder' }],
  ['by a choice', { $ref: '#/$defs/Chain' }],
  ['further inside', { type: 'object', properties: { data: { $ref: '#/$defs/Chain' } }, required: ['data'] }],
];

const DEEP = 'response a model deep within itself';

/** How many lists and objects lie in one another. */
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce((most: number, inner) => Math.max(most, depthOf(inner)), 0)
    : 0;

async function findings(schema: unknown, spoil: (value: unknown) => unknown): Promise<string[]> {
  const options = optionsFor(schema, MODELS);
  const parse = correct(options);
  const exported: ParseFunction = (body, response) => spoil(parse(body, response));
  return told(await fuzz({ ...options, parser: { kind: 'loaded', exported }, only: DEEP }));
}

describe.each(RECURSIVE)('a model that comes back to itself %s', (_how, schema) => {
  it('gives a parser that reads it at any depth no finding', async () => {
    expect(await findings(schema, (value) => value)).toEqual([]);
  });

  it('is read as deep as the parsers of common languages do', async () => {
    const found = await findings(schema, (value) => {
      if (depthOf(value) > 40) throw new Refused('too deep');
      return value;
    });
    expect(found).toEqual([expect.stringMatching(/^refuses-valid /)]);
  });
});

it('a model that does not come back to itself is in no such case', async () => {
  const flat = { type: 'object', properties: { ids: { type: 'array', items: { type: 'integer' } } } };
  await expect(findings(flat, (value) => value)).rejects.toThrow(DEEP);
});
