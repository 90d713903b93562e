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
    const compare = comparerOf(nullable(schema));
    expect(compare(null, got)).not.toBeUndefined();
    expect(compare(null, null)).toBeUndefined();
  });
});
