import {
  ContractError,
  type JsonObject,
  type JsonValue,
  type ObjectSchema,
  type Schema,
  unlessRefused,
} from '../../../contract';
import type { Compiled, Compiler, Searched } from '../compiled';
import { allUnits, bisect } from '../search/bisect';
import { simplify } from '../search/parts';
import type { Source } from '../source';
import { type Assembly, assemble, complete } from './assembly';
import { listed, once } from './leaf';
import { presenceOf } from './presence';
import { type Strangers, strangersOf } from './strangers';

/** A declared member that can be there. */
interface Member {
  readonly name: string;
  /** `"name":`, as JSON text has it. */
  readonly opening: string;
  readonly isRequired: boolean;
  readonly draw: Compiled['draw'];
  readonly write: Compiled['write'];
  readonly compiled: Compiled;
}

function membersOf(schema: ObjectSchema, compiler: Compiler): Member[] {
  const { making, compile, heightOf } = compiler;
  const canBe = (name: string): boolean => schema.keys === undefined || making.allows(schema.keys, name);
  return schema.properties.flatMap(({ name, required, schema: inner }): Member[] => {
    const isPossible = canBe(name) && heightOf(inner) < Infinity;
    if (!isPossible && required)
      throw new ContractError(`no value can be made for the required member ${name}`, { where: name });
    const compiled = isPossible ? (required ? compile : ifPossible(compiler, name))(inner) : undefined;
    if (compiled === undefined) return [];
    const { draw, write } = compiled;
    return [{ name, opening: `${JSON.stringify(name)}:`, isRequired: required, draw, write, compiled }];
  });
}

/** An optional member that cannot be made is never there. */
const ifPossible =
  ({ compile, note }: Compiler, name: string) =>
  (schema: Schema): Compiled | undefined =>
    unlessRefused<Compiled | undefined>(
      () => compile(schema),
      ({ message }) => {
        note(`the member ${name} is never made: ${message}`);
        return undefined;
      },
    );

/** Of what is never made nothing is made simpler. */
const NEVER_MADE = listed([null]);

/**
 * Objects whose optional members are there in all ways: none, all, one alone, all but one, and more or less dense.
 * @throws ContractError where a required member can have no value.
 */
export function compileObject(schema: ObjectSchema, compiler: Compiler): Compiled {
  const members = membersOf(schema, compiler);
  const presence = presenceOf(members, schema);
  const strangers = strangersOf(schema, compiler);
  const isAlways =
    members.every(({ isRequired, name }) => isRequired && name !== '__proto__') && strangers === undefined;
  const begin = isAlways ? (): Assembly => ({}) : assemble;
  const end = isAlways ? (value: Assembly): JsonObject => value : complete;
  const draw = (source: Source): JsonObject => {
    const value = begin();
    const there = presence(source);
    for (const member of there) value[member.name] = member.draw(source);
    strangers?.draw(source, there.length, value);
    return end(value);
  };
  const write = (source: Source): string => {
    let text = '';
    const there = presence(source);
    for (const member of there) text += (text === '' ? '{' : ',') + member.opening + member.write(source);
    if (strangers !== undefined) text = strangers.write(source, there.length, text);
    return text === '' ? '{}' : `${text}}`;
  };
  return { draw, write, ...objectSearch(schema, members, strangers, compiler) };
}

/** Fewer optional members, then simpler ones. */
function objectSearch(
  schema: ObjectSchema,
  members: readonly Member[],
  strangers: Strangers | undefined,
  compiler: Compiler,
): Searched {
  const byName = new Map(members.map((member) => [member.name, member]));
  const other = schema.additional === false ? undefined : (strangers?.inner ?? compiler.compile(schema.additional));
  const isOptional = (name: string): boolean => byName.get(name)?.isRequired !== true;
  return {
    simplest: once(() => fewestMembers(schema, members, compiler)),
    steps: function* (value, from) {
      const entries = Object.entries(value as JsonObject);
      const optional = entries.map(([name]) => name).filter(isOptional);
      const away = (first: number, last: number): JsonValue => {
        const gone = new Set(optional.slice(first, last));
        return Object.fromEntries(entries.filter(([name]) => !gone.has(name)));
      };
      if (from.stage === DROPPING) yield* bisect(from.ranges ?? allUnits(optional.length), away, DROPPING);
      const parts = entries.map(([name, member]) => ({
        value: member,
        compiled: byName.get(name)?.compiled ?? other ?? NEVER_MADE,
      }));
      const put = (changes: ReadonlyMap<number, JsonValue>): JsonValue =>
        Object.fromEntries(
          entries.map(([name, member], index) => [
            name,
            changes.has(index) ? (changes.get(index) as JsonValue) : member,
          ]),
        );
      yield* simplify(parts, put, from, DROPPING + 1);
    },
  };
}

const DROPPING = 0;

/** What is required alone, all of it at its simplest, and of the rest as much as there must be. */
function fewestMembers(schema: ObjectSchema, members: readonly Member[], { making }: Compiler): JsonValue {
  const required = members.filter(({ isRequired }) => isRequired);
  const more = members.filter(({ isRequired }) => !isRequired).slice(0, missingOf(schema, required.length));
  const fewest = [...required, ...more].map(({ name, compiled }) => [name, compiled.simplest()] as const);
  const simplest = Object.fromEntries(fewest);
  return making.allows(schema, simplest) ? simplest : (making.typical(schema, 0) ?? simplest);
}

const missingOf = ({ minProperties = 0 }: ObjectSchema, count: number): number => Math.max(0, minProperties - count);
