import {
  type Case,
  generalPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Model,
  meaningOf,
  parseJson,
  replaceAt,
  stringifyJson,
} from '../../contract';
import { fullestOf } from '../growth';
import { type Place, placesIn } from './places';
import { isTextEnum } from './policy';

/** Names that an object of a program has before anything is put into it. */
const INHERITED = ['constructor', 'hasOwnProperty', 'valueOf'] as const;

const INHERITED_REASON = 'it is a name that objects of programs have, and none of the values listed';

/** The map with these names, too. */
function withNames(map: JsonObject, names: readonly string[]): JsonValue | undefined {
  const [first] = Object.values(map);
  return first === undefined ? undefined : { ...map, ...Object.fromEntries(names.map((name) => [name, first])) };
}

const ODD_ADDRESS = "a!b#c$d%e&f'g*h+i/j=k?l^m_n`o{p|q}r~s-t@example.com";

/** What is put in a place of a kind, and how a case of it is called. */
interface Pitfall {
  readonly name: string;
  readonly put: (place: Place) => JsonValue | undefined;
}

/** Whether a text stands there that is just a text: one of a format has classes of its own. */
const isFree = ({ schema, value }: Place): boolean =>
  schema.kind === 'string' && meaningOf(schema) === undefined && typeof value === 'string';

/** A text at every place where any text may stand: what somebody might take for more than it is. */
const text = (name: string, value: string): Pitfall => ({
  name,
  put: (place) => (isFree(place) ? value : undefined),
});

/** Names in every map. */
const keys = (name: string, names: readonly string[]): Pitfall => ({
  name,
  put: ({ schema, value }) => (schema.kind === 'map' && isJsonObject(value) ? withNames(value, names) : undefined),
});

const PITFALLS: readonly Pitfall[] = [
  // HTML, an URL, a form, or JSON within JSON, to be decoded once too often.
  text('texts that look encoded', '&amp; &#65; %41+ \\u0041 \\n'),
  keys('keys that objects have', INHERITED),
  text('texts that look like moments', '2023-04-05T06:07:08Z'),
  text('texts that look like moments with an offset', '2023-04-05T06:07:08.123+02:00'),
  text('texts that look like local times', '2023-04-05 06:07:08'),
  text('texts that look like days', '2023-04-05'),
  text('texts that look like days of Microsoft JSON', '/Date(1680674828000)/'),
  text('texts that look like large numbers', '9007199254740993'),
  text('texts that look like fractions', '1.10'),
  text('texts that look like infinity', 'Infinity'),
  text('texts that look like ids', '0F8FAD5B-D9CB-469F-A165-70867728950E'),
  text('texts that look like JSON', '{"a":[1,"b"]}'),
  text('texts that look like addresses', 'HTTP://Example.com:80/a/../b?c=d#e'),
  text('texts that look like references', '#/$defs/Any'),
  text('texts that look like HTML', '<b title="a">b</b><script>c()</script>'),
  // Where the Turkish I, the German ß and the final sigma change their case, they change their letter, or their number.
  text('texts of which case depends on the language', 'Iıİi STRASSE straße ΟΔΟΣ οδος'),
  text('texts with line ends of each kind', 'a\r\nb\rc\nd\u2028e\u2029f\u0085g'),
  keys('keys that formats reserve', ['$ref', '@type', '$type', '__typename', 'toJSON', '']),
  // RFC 5321, section 4.1.2, and RFC 5322, section 3.2.3: the characters of an atom.
  {
    name: 'mail addresses with each character',
    put: ({ schema }) => (meaningOf(schema) === 'mail' ? ODD_ADDRESS : undefined),
  },
];

/**
 * Cases about what trips programs, whatever the contract: valid ones with it wherever the contract allows it, and for
 * each enum a text that an object of a program has a member of.
 * @param given the cases that these are made from.
 */
export function pitfallCases(model: Model, given: readonly Case[], isAllowed: (body: string) => boolean): Case[] {
  const fullest = fullestOf(model, given);
  if (fullest?.body === undefined) return [];
  const body = parseJson(fullest.body);
  const places = placesIn(model, body);
  const everywhere = PITFALLS.flatMap(({ name, put }): Case[] => {
    const changed = places.reduce((before, place) => {
      const value = put(place);
      const after = value === undefined ? before : replaceAt(before, place.pointer, value);
      return after !== before && isAllowed(stringifyJson(after)) ? after : before;
    }, body);
    return changed === body ? [] : [{ ...fullest, id: name, body: stringifyJson(changed), classes: { '': name } }];
  });
  return [...everywhere, ...enumCases(model, fullest, places, body, isAllowed)];
}

function enumCases(
  model: Model,
  fullest: Case,
  places: readonly Place[],
  body: JsonValue,
  isAllowed: (body: string) => boolean,
): Case[] {
  const known = new Set<string>();
  return places.flatMap(({ pointer, schema }): Case[] => {
    const site = generalPointer(model, pointer);
    const text = stringifyJson(replaceAt(body, pointer, INHERITED[0]));
    if (!isTextEnum(schema) || known.has(site) || isAllowed(text)) return [];
    known.add(site);
    const name = 'name that objects have';
    const told = { id: `${site} ${name}`, verdict: 'reject', pointer, reason: INHERITED_REASON } as const;
    return [{ ...fullest, ...told, body: text, classes: { [site]: name } }];
  });
}
