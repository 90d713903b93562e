import { ContractError, type JsonObject, type JsonValue, type MapSchema, type StringSchema } from '../../../contract';
import { HARD_KEYS } from '../../classes';
import { codePoints } from '../../texts';
import type { Compiled, Compiler, Searched } from '../compiled';
import type { Cursor, Step } from '../search/cursor';
import { simplify } from '../search/parts';
import { SHORTENED, shorten } from '../search/shorten';
import type { Source } from '../source';
import { listed, once } from './leaf';
import { put } from './put';
import { sizesBetween } from './sizes';

/** After so many keys in a row that are there already, plain ones are taken, or the map stays smaller. */
const MOST_TRIED = 24;

/** The keys of a schema. */
interface Keys {
  /** Different ones, as many as a map is to have. */
  readonly draw: (source: Source) => Iterable<string>;
  /** The fewest there may be, the simplest ones. */
  readonly fewest: readonly string[];
  /** Keys to try instead of others. */
  readonly simple: readonly string[];
}

/** Draws different keys: hard ones now and then, plain ones where chance finds no more. */
function keysOf(schema: MapSchema, compiler: Compiler): Keys {
  const { making } = compiler;
  const { minProperties = 0, maxProperties = Infinity } = schema;
  const wanted = schema.keys ?? ({ kind: 'string' } satisfies StringSchema);
  const allowed = (names: readonly (JsonValue | undefined)[]): string[] =>
    names.filter((name) => typeof name === 'string').filter((name) => making.allows(wanted, name));
  const hard = allowed(HARD_KEYS.map(([, name]) => name));
  const plain = [
    ...new Set(allowed(Array.from({ length: minProperties * 2 + 8 }, (_, n) => making.typical(wanted, n)))),
  ];
  if (plain.length < minProperties)
    throw new ContractError(`no ${minProperties} different keys can be made for a map`, {
      next: 'Lower minProperties, or allow more keys.',
    });
  const free = compiler.compile(wanted);
  const sizes = sizesBetween(minProperties, maxProperties);
  const draw = (source: Source): string =>
    hard.length > 0 && (source.next() & 7) === 0
      ? (hard[source.below(hard.length)] as string)
      : (free.draw(source) as string);
  const several = (source: Source): Iterable<string> => {
    const size = sizes(source);
    if (size === 0) return [];
    if (size === 1) return [draw(source)];
    const names = new Set<string>();
    for (let tries = MOST_TRIED; names.size < size && tries > 0; ) {
      const before = names.size;
      names.add(draw(source));
      tries = names.size > before ? MOST_TRIED : tries - 1;
    }
    for (let index = 0; names.size < minProperties; index += 1) names.add(plain[index] as string);
    return names;
  };
  const simple = allowed(['a', 'b', free.simplest(), ...plain.slice(0, 2)]);
  return { draw: several, fewest: plain.slice(0, minProperties), simple };
}

const fromEntries = (entries: Iterable<readonly [string, JsonValue]>): JsonValue => Object.fromEntries(entries);

/** Fewer members, then simpler values, then simpler keys. */
export function mapSearch(least: number, keys: Pick<Keys, 'fewest' | 'simple'>, inner: Searched): Searched {
  return {
    simplest: once(() => fromEntries(keys.fewest.map((name) => [name, inner.simplest()] as const))),
    steps: function* (value, from) {
      const entries = Object.entries(value as JsonObject);
      const keep = (first: number, last: number): JsonValue => fromEntries(entries.slice(first, last));
      const drop = (first: number, last: number): JsonValue => fromEntries(entries.toSpliced(first, last - first));
      if (from.stage < SHORTENED) yield* shorten({ count: entries.length, least, keep, drop }, from);
      const put = (changes: ReadonlyMap<number, JsonValue>): JsonValue =>
        fromEntries(
          entries.map(([name, member], index) => [
            name,
            changes.has(index) ? (changes.get(index) as JsonValue) : member,
          ]),
        );
      const parts = entries.map(([, member]) => ({ value: member, compiled: inner }));
      if (from.stage < RENAMING) yield* simplify(parts, put, from, SHORTENED);
      yield* renamed(entries, keys.simple, from);
    },
  };
}

const RENAMING = SHORTENED + 2;

/** Shorter keys, one after the other. */
function* renamed(entries: readonly [string, JsonValue][], simple: readonly string[], from: Cursor): Generator<Step> {
  const names = new Set(entries.map(([name]) => name));
  for (let index = from.stage === RENAMING ? (from.index ?? 0) : 0; index < entries.length; index += 1) {
    const [name, member] = entries[index] as [string, JsonValue];
    const better = simple.includes(name)
      ? undefined
      : simple.find((other) => !names.has(other) && isShorter(other, name));
    if (better === undefined) continue;
    const value = fromEntries(entries.with(index, [better, member]));
    yield { value, next: { stage: RENAMING, index: index + 1 } };
  }
}

const isShorter = (left: string, right: string): boolean => codePoints(left) <= codePoints(right);

/** Maps of all sizes, with keys of all kinds. */
export function compileMap(schema: MapSchema, compiler: Compiler): Compiled {
  const { values, maxProperties = Infinity } = schema;
  if (compiler.heightOf(values) === Infinity || maxProperties === 0) return listed([{}]);
  const inner = compiler.compile(values);
  const keys = keysOf(schema, compiler);
  const { minProperties = 0 } = schema;
  return {
    ...mapSearch(minProperties, keys, inner),
    draw: (source) => {
      const value: Record<string, JsonValue> = {};
      for (const name of keys.draw(source)) {
        source.spend();
        put(value, name, inner.draw(source));
      }
      return value;
    },
    write: (source) => {
      let text = '';
      for (const name of keys.draw(source)) {
        source.spend();
        text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:${inner.write(source)}`;
      }
      return text === '' ? '{}' : `${text}}`;
    },
  };
}
