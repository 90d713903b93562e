import { ContractError, type JsonObject, type JsonValue, type MapSchema, type StringSchema } from '../../../contract';
import { HARD_KEYS } from '../../classes';
import { codePoints } from '../../texts';
import type { Compiled, Compiler, Searched } from '../compiled';
import type { Cursor, Step } from '../search/cursor';
import { simplify } from '../search/parts';
import { SHORTENED, shorten } from '../search/shorten';
import type { Source } from '../source';
import { stockOf } from '../stock';
import { assemble, complete } from './assembly';
import { listed, once } from './leaf';
import { sizesBetween } from './sizes';

/** After so many keys in a row that are there already, plain ones are taken, or the map stays smaller. */
const MOST_TRIED = 24;

/** How many keys are in stock. */
const STOCK = 512;

interface Key {
  readonly name: string;
  /** `"name":`, as JSON text has it. */
  readonly opening: string;
}

const keyOf = (name: string): Key => ({ name, opening: `${JSON.stringify(name)}:` });

/** The keys of a schema. */
interface Keys {
  /** Different ones, as many as a map is to have. */
  readonly draw: (source: Source) => readonly Key[];
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
  const simple = allowed(['a', 'b', free.simplest(), ...plain.slice(0, 2)]);
  const draw = differentKeys(keyDrawer(free, hard), sizesBetween(minProperties, maxProperties), plain, minProperties);
  return { draw, fewest: plain.slice(0, minProperties), simple };
}

/** Hard keys now and then, others mostly from a stock, and some that were never drawn before. */
function keyDrawer(free: Compiled, hard: readonly string[]): (source: Source) => Key {
  const fresh = (source: Source): Key => keyOf(free.draw(source) as string);
  const hardKeys = hard.map(keyOf);
  const stock = stockOf(STOCK, fresh);
  return (source) => {
    const bits = source.bits();
    if ((bits & 7) === 0 && hardKeys.length > 0) return hardKeys[source.below(hardKeys.length)] as Key;
    return (bits & 0x78) === 0 ? fresh(source) : stock((bits >>> 8) & (STOCK - 1));
  };
}

/** So few keys are looked through one by one. */
const FEW = 8;

function differentKeys(
  draw: (source: Source) => Key,
  sizes: (source: Source) => number,
  plain: readonly string[],
  minProperties: number,
): Keys['draw'] {
  return (source) => {
    const size = sizes(source);
    const keys: Key[] = [];
    const known = size > FEW ? new Set<string>() : undefined;
    const isKnown = (name: string): boolean => known?.has(name) ?? keys.some((key) => key.name === name);
    const add = (key: Key): void => {
      keys.push(key);
      known?.add(key.name);
    };
    for (let tries = MOST_TRIED; keys.length < size && tries > 0; tries -= 1) {
      const key = draw(source);
      if (isKnown(key.name)) continue;
      add(key);
      tries = MOST_TRIED;
    }
    for (const name of keys.length < minProperties ? plain : []) {
      if (keys.length < minProperties && !isKnown(name)) add(keyOf(name));
    }
    return keys;
  };
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
      const value = assemble();
      for (const { name } of keys.draw(source)) {
        source.spend();
        value[name] = inner.draw(source);
      }
      return complete(value);
    },
    write: (source) => {
      let text = '';
      for (const { opening } of keys.draw(source)) {
        source.spend();
        text += (text === '' ? '{' : ',') + opening + inner.write(source);
      }
      return text === '' ? '{}' : `${text}}`;
    },
  };
}
