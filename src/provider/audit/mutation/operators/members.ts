import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '../../../../contract';
import type { Random } from '../../../../random';
import { GONE, type Spot, type ValueOperator } from '../operator';
import { httpMutator, mothra } from '../publications';

const asObject = ({ value }: Spot): JsonObject | undefined => (isJsonObject(value) ? value : undefined);

/** A name that nothing has. */
const OTHER = 'planted';

const freeName = (object: JsonObject, name: string): string =>
  Object.hasOwn(object, name) ? freeName(object, `${name}_`) : name;

function renamed(object: JsonObject, random: Random): JsonObject | undefined {
  const names = Object.keys(object);
  if (names.length === 0) return undefined;
  const chosen = random.pick(names);
  const other = freeName(object, `${chosen}_`);
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name === chosen ? other : name, value]));
}

function exchanged(object: JsonObject, random: Random): JsonObject | undefined {
  const names = Object.keys(object);
  if (names.length < 2) return undefined;
  const first = random.pick(names);
  const second = random.pick(names.filter((name) => name !== first));
  const [one, other] = [object[first], object[second]] as [JsonValue, JsonValue];
  if (equalJson(one, other)) return undefined;
  const swapped = { [first]: other, [second]: one };
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, Object.hasOwn(swapped, name) ? swapped[name] : value]),
  ) as JsonObject;
}

/** Operators on members of objects. */
export const MEMBERS: readonly ValueOperator[] = [
  {
    id: 'member-dropped',
    on: 'value',
    does: 'the member left out',
    follows: httpMutator('OPR'),
    apply: ({ isMember }) => (isMember ? GONE : undefined),
    example: { before: 'Ada', after: GONE },
  },
  {
    id: 'member-added',
    on: 'value',
    does: 'a member more, of a name that nothing has',
    follows: httpMutator('OPA'),
    apply: (spot) => {
      const object = asObject(spot);
      return object && { ...object, [freeName(object, OTHER)]: OTHER };
    },
    example: { before: { id: 1 }, after: { id: 1, planted: 'planted' } },
  },
  {
    id: 'member-renamed',
    on: 'value',
    does: 'a member under another name',
    follows: `${httpMutator('OPR')} and OPA`,
    apply: (spot) => {
      const object = asObject(spot);
      return object && renamed(object, spot.random);
    },
    example: { before: { id: 1 }, after: { id_: 1 } },
  },
  {
    id: 'members-exchanged',
    on: 'value',
    does: 'two members that have each other’s value',
    follows: mothra('SVR'),
    apply: (spot) => {
      const object = asObject(spot);
      return object && exchanged(object, spot.random);
    },
    example: { before: { a: 1, b: 2 }, after: { a: 2, b: 1 } },
  },
  {
    id: 'member-nulled',
    on: 'value',
    does: 'null in its place',
    follows: httpMutator('NPS'),
    apply: ({ value }) => (value === null ? undefined : null),
    example: { before: 'Ada', after: null },
  },
];
