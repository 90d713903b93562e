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
const TOO_DEEP = 'response a model too deep within itself';

/** How many lists and objects lie in one another. */
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce((most: number, inner) => Math.max(most, depthOf(inner)), 0)
    : 0;

const fuzzedWith = async (schema: unknown, exported: ParseFunction, only: string): Promise<string[]> =>
  told(await fuzz({ ...optionsFor(schema, MODELS), parser: { kind: 'loaded', exported }, only }));

function findings(schema: unknown, spoil: (value: unknown) => unknown): Promise<string[]> {
  const parse = correct(optionsFor(schema, MODELS));
  return fuzzedWith(schema, (body, response) => spoil(parse(body, response)), DEEP);
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

  it('may be taken or refused where it is far too deep', async () => {
    const depths: number[] = [];
    const seen = (body: string): void => {
      depths.push(body.split(/[[{]/).length - 1);
    };
    const refusing: ParseFunction = (body) => {
      seen(body);
      throw new Refused('too deep');
    };
    expect(await fuzzedWith(schema, refusing, TOO_DEEP)).toEqual([]);
    expect(await fuzzedWith(schema, (body) => JSON.parse(body), TOO_DEEP)).toEqual([]);
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(10_000);
  });

  it('must not fail a parser in another way, however deep it is', async () => {
    const failing: ParseFunction = (body) => {
      if (body.split(/[[{]/).length > 5_000) throw new RangeError('Maximum call stack size exceeded');
      return JSON.parse(body);
    };
    expect(await fuzzedWith(schema, failing, TOO_DEEP)).toEqual([
      expect.stringMatching(/^undeclared-error .*RangeError/),
    ]);
  });
});

it('a model that does not come back to itself is in no such case', async () => {
  const flat = { type: 'object', properties: { ids: { type: 'array', items: { type: 'integer' } } } };
  await expect(findings(flat, (value) => value)).rejects.toThrow(DEEP);
});
