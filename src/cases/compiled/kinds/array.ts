import { type ArraySchema, canonicalJson, type JsonValue } from '../../../contract';
import type { Compiled, Compiler, Drawn, Searched } from '../compiled';
import { simplify } from '../search/parts';
import { SHORTENED, shorten } from '../search/shorten';
import type { Source } from '../source';
import { listed, once, printed } from './leaf';
import { sizesBetween } from './sizes';

/** Each array as often with two equal items as the case table has it: once in so many. */
const TWICE = 16;

function repeatable(items: Compiled, sizes: (source: Source) => number): Drawn {
  const isTwice = (source: Source, size: number): boolean => size > 1 && source.below(TWICE) === 0;
  return {
    draw: (source) => {
      const size = sizes(source);
      const made: JsonValue[] = [];
      const distinct = isTwice(source, size) ? size - 1 : size;
      for (let left = distinct; left > 0; left -= 1) {
        source.spend();
        made.push(items.draw(source));
      }
      if (distinct < size) made.push(made[0] as JsonValue);
      return made;
    },
    write: (source) => {
      const size = sizes(source);
      const distinct = isTwice(source, size) ? size - 1 : size;
      let [text, first] = ['', ''];
      for (let index = 0; index < distinct; index += 1) {
        source.spend();
        const item = items.write(source);
        if (index === 0) first = item;
        text += index === 0 ? item : `,${item}`;
      }
      return distinct < size ? `[${text},${first}]` : `[${text}]`;
    },
  };
}

/** After so many items in a row that are there already, the array stays shorter. */
const MOST_TRIED = 24;

function unique(
  schema: ArraySchema,
  items: Compiled,
  sizes: (source: Source) => number,
  plain: () => JsonValue,
): Drawn {
  const { minItems = 0 } = schema;
  return printed((source) => {
    const made = new Map<string, JsonValue>();
    let tries = MOST_TRIED;
    for (const size = sizes(source); made.size < size && tries > 0; ) {
      source.spend();
      const item = items.draw(source);
      const key = canonicalJson(item);
      if (made.has(key)) tries -= 1;
      else {
        made.set(key, item);
        tries = MOST_TRIED;
      }
    }
    return made.size >= minItems ? [...made.values()] : plain();
  });
}

/** Fewer items, then simpler ones. */
export function arraySearch(minItems: number, items: Searched, plain: () => JsonValue): Searched {
  return {
    simplest: plain,
    steps: function* (value, from) {
      const here = value as readonly JsonValue[];
      const keep = (first: number, last: number): JsonValue => here.slice(first, last);
      const drop = (first: number, last: number): JsonValue => [...here.slice(0, first), ...here.slice(last)];
      if (from.stage < SHORTENED) yield* shorten({ count: here.length, least: minItems, keep, drop }, from);
      const parts = here.map((item) => ({ value: item, compiled: items }));
      const put = (changes: ReadonlyMap<number, JsonValue>): JsonValue =>
        here.map((item, index) => (changes.has(index) ? (changes.get(index) as JsonValue) : item));
      yield* simplify(parts, put, from, SHORTENED);
    },
  };
}

/** Arrays of every length; of items that are unique where the schema wants it. */
export function compileArray(schema: ArraySchema, compiler: Compiler): Compiled {
  const { items, minItems = 0, maxItems = Infinity, uniqueItems } = schema;
  const isPossible = compiler.heightOf(items) < Infinity && maxItems > 0;
  if (!isPossible) return listed([[]]);
  const inner = compiler.compile(items);
  const sizes = sizesBetween(minItems, maxItems);
  const isUnique = uniqueItems === true;
  const fewest = once(() => {
    const same = Array.from({ length: minItems }, inner.simplest);
    return isUnique && minItems > 1 ? (compiler.making.typical(schema, 0) ?? same) : same;
  });
  const drawn = isUnique ? unique(schema, inner, sizes, fewest) : repeatable(inner, sizes);
  return { ...drawn, ...arraySearch(minItems, inner, fewest) };
}
