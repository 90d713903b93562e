import {
  type Definitions,
  fits,
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonValue,
  meaningOf,
  resolve,
  type Schema,
} from '../contract';
import { membersOf } from './members';

/** A value that a schema does not allow. The lower the rank, the surer that a service minds. */
interface Departure {
  readonly rank: number;
  readonly value: JsonValue;
}

const wrongType = (value: JsonValue): Departure => ({ rank: 5, value });

function leastOf(departures: readonly (Departure | undefined)[]): Departure | undefined {
  const known = departures.filter((departure) => departure !== undefined);
  return known.sort((left, right) => left.rank - right.rank)[0];
}

/** Services that read leniently turn a number into a text, hence the objects: nobody does that. */
const departer = (definitions: Definitions, entered: readonly string[]): Interpreter<Departure | undefined> => ({
  string: (schema) => {
    if (schema.maxLength !== undefined && schema.maxLength < 10_000)
      return { rank: 2, value: 'x'.repeat(schema.maxLength + 1) };
    return meaningOf(schema) === 'instant' ? { rank: 3, value: 'not a date' } : wrongType({ not: 'a text' });
  },
  integer: () => wrongType('not a number'),
  number: () => wrongType('not a number'),
  boolean: () => ({ rank: 4, value: 'not a boolean' }),
  null: () => undefined,
  enum: (schema) => {
    const value = `${schema.values.find((candidate) => typeof candidate === 'string') ?? 'UNKNOWN'}_UNKNOWN`;
    return { rank: 1, value };
  },
  any: () => undefined,
  array: () => wrongType('not a list'),
  map: () => wrongType('not an object'),
  object: () => wrongType('not an object'),
  union: (schema, recur) => leastOf(schema.branches.map(recur)),
  reference: (schema) =>
    entered.includes(schema.name)
      ? undefined
      : interpret(departer(definitions, [...entered, schema.name]), resolve(schema, definitions)),
});

/**
 * The body with one value that its schema does not allow: of its members the one whose departure a service surely
 * minds, an unknown value of an enum before a wrong type. `undefined` where everything is allowed.
 */
export function departFrom(schema: Schema, definitions: Definitions, body: JsonValue): JsonValue | undefined {
  const members = membersOf({ schema, definitions });
  const departures = members.flatMap(({ name, schema: inner }) => {
    const departure = interpret(departer(definitions, []), inner);
    return departure === undefined || fits(inner, definitions, departure.value) ? [] : [{ ...departure, name }];
  });
  const best = leastOf(departures) as (typeof departures)[number] | undefined;
  if (best !== undefined && isJsonObject(body))
    return Object.fromEntries([...Object.entries(body), [best.name, best.value]]);
  const whole = interpret(departer(definitions, []), schema);
  return whole === undefined || fits(schema, definitions, whole.value) ? undefined : whole.value;
}
