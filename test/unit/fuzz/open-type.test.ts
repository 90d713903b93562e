import type { Schema } from '../../../src/contract';
import { comparerOf } from '../../../src/fuzz/faithful/compare';

const list: Schema = { kind: 'array', items: { kind: 'string' } };

describe('what a parser made of a value whose type the document does not name', () => {
  it('is faithful where it is the value, of whatever type that is', () => {
    const { compare } = comparerOf({ schema: { ...list, openType: true }, definitions: {} });
    expect(compare({ a: [1] }, { a: [1] })).toBeUndefined();
    expect(compare(['a'], ['a'])).toBeUndefined();
    expect(compare({ a: [1] }, { a: [2] })).toBeDefined();
    expect(compare(['a'], ['b'])).toBeDefined();
  });

  it('and where the type is named, only that will do', () => {
    expect(comparerOf({ schema: list, definitions: {} }).compare({ a: 1 }, { a: 1 })).toBeDefined();
  });
});
