import { isJsonObject, type JsonObject, type JsonValue, meaningOf, RawJson } from '../../contract';
import type { Place } from './places';

/** Names that an object of a program has before anything is put into it. */
export const INHERITED = ['constructor', 'hasOwnProperty', 'valueOf'] as const;

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

/** What trips programs, whatever the contract: each row was the fault of a parser that people use. */
export const PITFALLS: readonly Pitfall[] = [
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
  // null as programs of other languages print it: some readers take these texts for it.
  text('texts that look like null', 'null'),
  text('texts that look like undefined', 'undefined'),
  text('texts that look like None', 'None'),
  text('texts that look like truth values', 'False'),
  text('texts that look like placeholders', '${a} {{b}} %s %1$s {0} $&'),
  text('texts with a byte order mark', '\ufeffa'),
  // JSON has more than one way to write a number: https://github.com/paulbartrum/jurassic/issues/208
  {
    name: 'numbers with a leading zero in the exponent',
    put: ({ schema }) => (schema.kind === 'number' ? new RawJson('7.5E+00') : undefined),
  },
  // Renamed as members are, two of them become one: https://github.com/ProjectOpenSea/opensea-sdk/pull/1989
  keys('keys in several cases', ['dark_brown', 'darkBrown', 'DarkBrown', 'dark-brown', 'DARK_BROWN']),
  // https://github.com/mrodrig/json-2-csv/issues/49, https://github.com/parse-community/Parse-SDK-JS/issues/2198
  keys('keys that lists have', ['length', '0', 'push', 'size']),
  keys('keys that look like numbers', ['10', '9', '01', '-1', '1e3', '4294967296']),
  keys('keys that look like paths', ['a.b', 'a/b', 'a~1b', 'a[0]', '$.a', ' a ']),
  keys('keys that formats reserve', ['$ref', '@type', '$type', '__typename', 'toJSON', '']),
  // RFC 5321, section 4.1.2, and RFC 5322, section 3.2.3: the characters of an atom.
  {
    name: 'mail addresses with each character',
    put: ({ schema }) => (meaningOf(schema) === 'mail' ? ODD_ADDRESS : undefined),
  },
];
