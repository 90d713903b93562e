import {
  isJsonObject,
  type JsonValue,
  type Model,
  parseJson,
  RawJson,
  replaceAt,
  type Schema,
  type Site,
  sitesOf,
  stringifyJson,
  valueAt,
  valuesAt,
} from '../../contract';

/** A way in which a response can be made as long as one likes. */
export interface Growth {
  /** `long texts of blanks`. */
  readonly name: string;
  /** The sites that grow, as pointers into the typical body; none where it is the body as a whole. */
  readonly pointers: readonly string[];
  /** A body of about so many bytes, in which these places share the length. */
  readonly write: (size: number, pointers: readonly string[]) => string;
}

const isFreeText = (schema: Schema): boolean =>
  schema.kind === 'string' &&
  schema.maxLength === undefined &&
  schema.pattern === undefined &&
  schema.format === undefined;

const isFreeList = (schema: Schema): boolean =>
  schema.kind === 'array' && schema.maxItems === undefined && schema.uniqueItems !== true;

const isFreeMap = (schema: Schema): boolean =>
  schema.kind === 'map' && schema.maxProperties === undefined && schema.keys === undefined;

/** What texts are made of: what regular expressions and loops that look for an end go astray over. */
const FILLINGS: Readonly<Record<string, (length: number) => string>> = {
  letters: (length) => `${'a'.repeat(length)}!`,
  blanks: (length) => `${' '.repeat(length)}x`,
  digits: (length) => `${'0'.repeat(length)}x`,
  'letters beyond ASCII': (length) => `${'\u00e9'.repeat(length / 2)}!`,
};

const text = (value: string): JsonValue => new RawJson(JSON.stringify(value));

/** Items like the first one; texts are told apart, since what looks for duplicates stops at the first. */
function itemsLike(first: JsonValue, length: number): JsonValue[] {
  const count = Math.ceil(length / (stringifyJson(first).length + 1));
  return Array.from({ length: count }, (_, index) => (typeof first === 'string' ? `${index}` : first));
}

const membersLike = (first: JsonValue, length: number): JsonValue =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(length / (stringifyJson(first).length + 8)) }, (_, index) => [`k${index}`, first]),
  );

/** The first value of a list or a map. */
const firstOf = (value: JsonValue | undefined): JsonValue | undefined =>
  Array.isArray(value) ? (value as readonly JsonValue[])[0] : isJsonObject(value) ? Object.values(value)[0] : undefined;

type Grow = (place: JsonValue | undefined, length: number) => JsonValue | undefined;

/** Body by body, every place is given its share of the length. */
const growing =
  (body: JsonValue, grow: Grow): Growth['write'] =>
  (size, pointers) =>
    stringifyJson(
      pointers.reduce<JsonValue>((grown, pointer) => {
        const value = grow(valueAt(body, pointer), Math.ceil(size / pointers.length));
        return value === undefined ? grown : replaceAt(grown, pointer, value);
      }, body),
    );

/** Between the members of the body: members that the contract does not list, one name again and again, blanks. */
function wholeGrowths(body: string): Growth[] {
  if (!/^\{.+\}$/s.test(body)) return [];
  const inFront = (write: (size: number) => string): Growth['write'] => {
    return (size) => `{${write(size)}${body.slice(1)}`;
  };
  const members = (name: (index: number) => string) => (size: number) =>
    Array.from({ length: Math.ceil(size / 10) }, (_, index) => `"${name(index)}":0,`).join('');
  return [
    { name: 'members that are not listed', pointers: [], write: inFront(members((index) => `x${index}`)) },
    { name: 'a name again and again', pointers: [], write: inFront(members(() => 'again')) },
    { name: 'blanks between members', pointers: [], write: inFront((size) => ' '.repeat(size)) },
  ];
}

/** The ways in which a body can grow, as its model allows: few, each at all places at once. */
export function growthsOf(model: Model, typical: string): Growth[] {
  const body = parseJson(typical);
  const placesThat = (fits: (schema: Site['schema']) => boolean): string[] =>
    sitesOf(model)
      .filter(({ schema }) => fits(schema))
      .flatMap(({ pointer }) => valuesAt(body, pointer).slice(0, 1))
      .map(({ pointer }) => pointer);
  const outermost = (pointers: readonly string[]): string[] =>
    pointers.filter((pointer) => !pointers.some((other) => pointer.startsWith(`${other}/`)));
  const texts = placesThat(isFreeText);
  const growths: Growth[] = [
    ...Object.entries(FILLINGS).map(([name, fill]) => ({
      name: `long texts of ${name}`,
      pointers: texts,
      write: growing(body, (_, length) => text(fill(length))),
    })),
    {
      name: 'long lists',
      pointers: outermost(placesThat(isFreeList)),
      write: growing(body, (list, length) => mapped(firstOf(list), (first) => itemsLike(first, length))),
    },
    {
      name: 'large maps',
      pointers: outermost(placesThat(isFreeMap)),
      write: growing(body, (map, length) => mapped(firstOf(map), (first) => membersLike(first, length))),
    },
  ];
  return [...growths.filter(({ pointers }) => pointers.length > 0), ...wholeGrowths(typical)];
}

const mapped = <T, R>(value: T | undefined, change: (value: T) => R): R | undefined =>
  value === undefined ? undefined : change(value);
