import {
  afterEach,
  fits,
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Model,
  resolve,
} from '../../contract';
import { compareAny } from './any';
import { type Compare, type Difference, differs, joined } from './difference';
import { ABSENT, entriesOf, hasMembers, memberOf, namesOf } from './members';
import { compareInteger, compareNumber } from './numbers';
import { compareText } from './texts';

const compareArray =
  (item: Compare): Compare =>
  (wire, got) => {
    const held = got instanceof Set ? [...got] : got;
    if (!Array.isArray(wire) || !Array.isArray(held)) return differs('wrong-value', wire, got);
    let found: Difference[] | undefined;
    for (const [index, value] of (wire as readonly JsonValue[]).entries()) {
      const inner = index < held.length ? item(value, held[index]) : differs('lost-field', value, undefined);
      found = joined(found, inner, index);
    }
    for (let index = wire.length; index < held.length; index += 1)
      found = joined(found, differs('invented-field', undefined, held[index]), index);
    return found;
  };

function compareMap(value: Compare): Compare {
  return (wire, got) => {
    if (!isJsonObject(wire) || !hasMembers(got)) return differs('wrong-value', wire, got);
    const held = new Map(entriesOf(got));
    let found: Difference[] | undefined;
    for (const name of Object.keys(wire)) {
      const inner = held.has(name)
        ? value(wire[name] as JsonValue, held.get(name))
        : differs('lost-field', wire[name], undefined);
      found = joined(found, inner, name);
      held.delete(name);
    }
    for (const [name, extra] of held)
      if (extra !== undefined) found = joined(found, differs('invented-field', undefined, extra), name);
    return found;
  };
}

const isNothing = (got: unknown): boolean => got === ABSENT || got === undefined || got === null;

/** A declared member: its name on the wire, the names it may have in a program, and how to compare it. */
type Member = readonly [name: string, names: readonly string[], compare: Compare];

/** The members that are declared; what a program adds under other names is its own affair. */
function compareObject(members: readonly Member[]): Compare {
  return (wire, got) => {
    if (!isJsonObject(wire) || !hasMembers(got)) return differs('wrong-value', wire, got);
    let found: Difference[] | undefined;
    for (const [name, names, compare] of members) {
      const inner = compareMember(wire, name, memberOf(got, names), compare);
      if (inner !== undefined) found = joined(found, inner, name);
    }
    return found;
  };
}

function compareMember(wire: JsonObject, name: string, held: unknown, compare: Compare): Difference[] | undefined {
  if (!Object.hasOwn(wire, name)) return isNothing(held) ? undefined : differs('invented-field', undefined, held);
  const value = wire[name] as JsonValue;
  if (isNothing(held)) return value === null ? undefined : differs('lost-field', value, undefined);
  return compare(value, held);
}

/** A branch of a union, and whether a body's value is one of it. */
interface Branch {
  readonly isOf: (wire: JsonValue) => boolean;
  readonly compare: Compare;
}

/**
 * The branch that agrees best, of those that the body's value is of: to another one, what it does not list is no loss.
 */
const compareUnion =
  (branches: readonly Branch[]): Compare =>
  (wire, got) => {
    const possible = branches.filter(({ isOf }) => isOf(wire));
    let best: Difference[] | undefined;
    for (const { compare } of possible.length > 0 ? possible : branches) {
      const found = compare(wire, got);
      if (found === undefined) return undefined;
      if (best === undefined || depthOf(found) > depthOf(best)) best = found;
    }
    return best;
  };

/** The branch that was meant is the one that agrees the furthest. */
const depthOf = (found: readonly Difference[]): number => Math.max(...found.map(({ path }) => path.length));

/** Where no type is named, values of other types may stand as well. */
const orAny =
  (compare: Compare): Compare =>
  (wire, got) => {
    const found = compare(wire, got);
    return found === undefined || compareAny(wire, got) === undefined ? undefined : found;
  };

const lazily = (make: () => Compare): Compare => {
  let made: Compare | undefined;
  return (wire, got) => {
    made ??= make();
    return made(wire, got);
  };
};

const comparers = (model: Model, byName: Map<string, Compare>): Interpreter<Compare> => ({
  string: compareText,
  integer: () => compareInteger,
  number: () => compareNumber,
  boolean: () => compareAny,
  null: () => (_wire, got) => (got === null || got === undefined ? undefined : differs('wrong-value', null, got)),
  enum: () => compareAny,
  any: () => compareAny,
  array: (schema, recur) => compareArray(recur(schema.items)),
  map: (schema, recur) => compareMap(recur(schema.values)),
  object: (schema, recur) =>
    compareObject(schema.properties.map((property) => [property.name, namesOf(property), recur(property.schema)])),
  union: (schema, recur) =>
    compareUnion(
      schema.branches.map((branch) => ({
        isOf: (wire) => fits(branch, model.definitions, wire),
        compare: recur(branch),
      })),
    ),
  reference: (schema, recur) => {
    const known = byName.get(schema.name) ?? lazily(() => recur(resolve(schema, model.definitions)));
    byName.set(schema.name, known);
    return known;
  },
});

/**
 * Compiles the comparison of a body with what a parser made of it. Names may be documented ones or those of the wire;
 * moments, integers, maps and sets may be held by types of their own.
 */
export const comparerOf = (model: Model): Compare =>
  interpret(
    afterEach(comparers(model, new Map()), (schema, compare) => (schema.openType === true ? orAny(compare) : compare)),
    model.schema,
  );
