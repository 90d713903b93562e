import { type ArraySchema, canonicalJson, type JsonValue } from '../../contract';
import { literal } from '../problem';
import { type Judge, judgeOf } from './judge';

/** The indexes of the first two items that are equal. */
function repeated(items: readonly JsonValue[]): { first: number; again: number } | undefined {
  const seen = new Map<string, number>();
  for (const [again, item] of items.entries()) {
    const text = canonicalJson(item);
    const first = seen.get(text);
    if (first !== undefined) return { first, again };
    seen.set(text, again);
  }
  return undefined;
}

/** No item twice; two integers that only a double takes for equal are different. */
export const uniqueJudge = (schema: ArraySchema): Judge =>
  judgeOf(({ value, pointer }) => {
    if (!Array.isArray(value)) return undefined;
    const items: readonly JsonValue[] = value;
    const found = repeated(items);
    if (found === undefined) return undefined;
    const actual = literal(items[found.first]);
    const sentence = `has ${actual} at ${found.first} and again at ${found.again}, and every item must be another`;
    return {
      check: 'unique',
      pointer,
      sentence,
      expected: 'items that all differ',
      actual,
      description: schema.description,
    };
  });
