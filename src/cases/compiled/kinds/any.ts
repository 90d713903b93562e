import { type AnySchema, isJsonObject, type JsonValue } from '../../../contract';
import type { Compiled, Compiler, Searched } from '../compiled';
import { edgesOf } from '../edges';
import type { Cursor, Step } from '../search/cursor';
import type { Source } from '../source';
import { arraySearch } from './array';
import { leafOf, printed } from './leaf';
import { mapSearch } from './map';
import { numberSearch } from './number-search';
import { plainTextSearch } from './text-search';

const NAMES = ['a', 'b', 'name', 'value', '0', '__proto__', 'constructor', 'größe', 'q"uote'];
const TEXTS = ['', 'a', 'text', 'null', '0', 'ünï', '🦊', '"\\\u2028'];

const scalar = (source: Source): JsonValue => {
  const kind = source.bits() & 7;
  if (kind < 3) return TEXTS[source.below(TEXTS.length)] as string;
  if (kind < 5) return source.below(2_001) - 1_000;
  if (kind === 5) return source.below(100_000) / 1_000;
  return kind === 6 ? (source.bits() & 1) === 0 : null;
};

const object = (source: Source): JsonValue => {
  const drawn = Array.from({ length: source.below(4) }, (): [string, JsonValue] => [
    NAMES[source.below(NAMES.length)] as string,
    scalar(source),
  ]);
  return Object.fromEntries(drawn);
};

function anything(source: Source): JsonValue {
  const kind = source.bits() & 7;
  if (kind < 5) return scalar(source);
  if (kind < 7) return object(source);
  return Array.from({ length: source.below(4) }, () => (source.isSpent() ? scalar(source) : object(source)));
}

const nothing: Searched = { simplest: () => null, steps: anySteps };
const texts = plainTextSearch({ kind: 'string' });
const numbers = numberSearch(undefined, [], Number.isFinite);
const members = mapSearch(0, { fewest: [], simple: ['a', 'b', ''] }, nothing);
const items = arraySearch(0, nothing, () => []);

/** As a value of its own JSON type is made simpler. */
function anySteps(value: JsonValue, from: Cursor): Iterable<Step> {
  if (typeof value === 'string') return texts.steps(value, from);
  if (typeof value === 'number') return numbers.steps(value, from);
  if (Array.isArray(value)) return items.steps(value, from);
  return isJsonObject(value) ? members.steps(value, from) : [];
}

/** Scalars, and arrays and objects of them. */
export const compileAny = (schema: AnySchema, compiler: Compiler): Compiled => ({
  ...leafOf(edgesOf(schema, compiler.making), printed(anything)),
  ...nothing,
});
