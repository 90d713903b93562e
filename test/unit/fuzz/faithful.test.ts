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
