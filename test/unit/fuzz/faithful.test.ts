import type { Model } from '../../../src/contract';
import { comparerOf } from '../../../src/fuzz/faithful';

/** A number, an integer or a moment, each of which may be null. */
const nullable = (schema: unknown): Model =>
  ({
    schema: { kind: 'union', branches: [schema, { kind: 'null' }] },
    definitions: {},
  }) as unknown as Model;

describe('what a parser makes of null', () => {
  it.each([
    [{ kind: 'number' }, 0],
    [{ kind: 'integer' }, 0],
    [{ kind: 'integer' }, 0n],
    [{ kind: 'number' }, '0'],
    [{ kind: 'string', format: 'date-time' }, new Date(0)],
    [{ kind: 'string' }, ''],
    [{ kind: 'boolean' }, false],
  ])('of %j is not %p', (schema, got) => {
    const { compare } = comparerOf(nullable(schema));
    expect(compare(null, got)).not.toBeUndefined();
    expect(compare(null, null)).toBeUndefined();
  });

  it('is not null where the body has a value', () => {
    const { compare } = comparerOf(nullable({ kind: 'string' }));
    expect(compare('a', null)).not.toBeUndefined();
    expect(compare('a', 'a')).toBeUndefined();
  });
});

describe('a number of format float', () => {
  const { compare } = comparerOf({ schema: { kind: 'number', format: 'float' }, definitions: {} });

  it.each([
    [0.1, Math.fround(0.1), true],
    [16_777_217, 16_777_216, true],
    [1e300, Number.POSITIVE_INFINITY, true],
    [0.1, 0.2, false],
    [16_777_217, 16_777_220, false],
  ])('%p may be held as %p: %p', (wire, got, isIt) => {
    expect(compare(wire, got) === undefined).toBe(isIt);
  });

  it('is kept to the last digit where it is a double', () => {
    const double = comparerOf({ schema: { kind: 'number', format: 'double' }, definitions: {} });
    expect(double.compare(0.1, Math.fround(0.1))).not.toBeUndefined();
  });
});

describe('what holds a value in its own way', () => {
  const alone = (schema: unknown): Model => ({ schema, definitions: {} }) as unknown as Model;
  const printing = (text: string) => ({ toString: () => text });
  const unprintable = {
    toString: (): never => {
      throw new TypeError('no');
    },
  };

  it.each([
    ['a day in parts', { kind: 'string', format: 'date' }, '0044-03-15', { year: 44, month: 3, day: 15 }],
    ['a day that prints as one', { kind: 'string', format: 'date' }, '2024-02-29', printing('2024-02-29')],
    ['a text that prints as it', { kind: 'string' }, 'a', printing('a')],
    ['a value of an enum', { kind: 'enum', values: ['A'] }, 'A', printing('A')],
    [
      'a moment that prints as one',
      { kind: 'string', format: 'date-time' },
      '2024-02-29T00:00:00Z',
      printing('2024-02-29T00:00Z[UTC]'),
    ],
    ['an id in lower case', { kind: 'string', format: 'uuid' }, 'A0-B', 'a0-b'],
    ['an id that prints in lower case', { kind: 'string', format: 'uuid' }, 'A0-B', printing('a0-b')],
    ['an address as it is serialised', { kind: 'string', format: 'uri' }, 'HTTP://a.example', 'http://a.example/'],
    [
      'an address of a type of its own',
      { kind: 'string', format: 'uri' },
      'http://a.example',
      new URL('http://a.example'),
    ],
    ['bytes in a buffer', { kind: 'string', format: 'byte' }, '+/8=', Uint8Array.of(251, 255).buffer],
    ['bytes in a view', { kind: 'string', format: 'byte' }, '+/8=', new DataView(Uint8Array.of(251, 255).buffer)],
    ['a typed array', { kind: 'array', items: { kind: 'integer' } }, [1, 2], BigInt64Array.of(1n, 2n)],
  ])('%s is faithful', (_name, schema, wire, got) => {
    expect(comparerOf(alone(schema)).compare(wire as never, got)).toBeUndefined();
  });

  it.each([
    ['another day', { kind: 'string', format: 'date' }, '2024-02-29', { year: 2024, month: 2, day: 28 }],
    ['a day without its month', { kind: 'string', format: 'date' }, '2024-02-29', { year: 2024, day: 29 }],
    ['another text', { kind: 'string' }, 'a', printing('b')],
    ['a list of the text', { kind: 'string' }, 'a', ['a']],
    ['another value of an enum', { kind: 'enum', values: ['A', 'B'] }, 'A', printing('B')],
    ['another moment', { kind: 'string', format: 'date-time' }, '2024-02-29T00:00:00Z', printing('2024-02-29T01:00Z')],
    ['another id', { kind: 'string', format: 'uuid' }, 'A0-B', 'a0-c'],
    ['a text in lower case', { kind: 'string' }, 'A0-B', 'a0-b'],
    ['another address', { kind: 'string', format: 'uri' }, 'http://a.example/b', 'http://a.example/'],
    ['other bytes', { kind: 'string', format: 'byte' }, '+/8=', Uint8Array.of(251, 254).buffer],
    ['other items', { kind: 'array', items: { kind: 'integer' } }, [1, 2], Int8Array.of(1, 3)],
    ['the entries of a map', { kind: 'array', items: { kind: 'any' } }, [['a', 1]], new Map([['a', 1]])],
  ])('%s is not', (_name, schema, wire, got) => {
    expect(comparerOf(alone(schema)).compare(wire as never, got)).not.toBeUndefined();
  });

  it('throws for whoever asks what cannot be printed', () => {
    expect(() => comparerOf(alone({ kind: 'string' })).compare('a', unprintable)).toThrow('no');
  });
});

describe('a union of objects', () => {
  const object = (kind: string, name: string) => ({
    kind: 'object',
    properties: [
      { name: 'kind', required: true, schema: { kind: 'enum', values: [kind] } },
      { name, required: false, schema: { kind: 'string' } },
    ],
    additional: { kind: 'any' },
  });
  const { compare } = comparerOf({
    schema: { kind: 'union', mode: 'one', branches: [object('card', 'holder'), object('invoice', 'due')] },
    definitions: {},
  } as unknown as Model);

  it.each([[{ kind: 'invoice' }], [{ kind: 'invoice', due: undefined }], [{ kind: 'invoice', due: null }]])(
    '%j has lost what only the branch of the body lists',
    (got) => {
      expect(compare({ kind: 'invoice', due: 'today' }, got)).toMatchObject([{ rule: 'lost-field', path: ['due'] }]);
    },
  );

  it('agrees where all of its branch is there', () => {
    expect(compare({ kind: 'invoice', due: 'today' }, { kind: 'invoice', due: 'today' })).toBeUndefined();
  });
});
