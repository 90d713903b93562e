import type { JsonSchema } from '../../contract';

/** What a type's text says: a schema, and whether null is allowed beside it. */
export interface TypeMeaning {
  readonly schema: JsonSchema;
  /** The models that the schema refers to. */
  readonly references: readonly string[];
}

const STRING: JsonSchema = { type: 'string' };
const INTEGER: JsonSchema = { type: 'integer' };
const NUMBER: JsonSchema = { type: 'number' };
const BOOLEAN: JsonSchema = { type: 'boolean' };
const ANYTHING: JsonSchema = {};
const withFormat = (schema: JsonSchema, format: string): JsonSchema => ({ ...schema, format });

/** The scalars of some twenty generators, by their name in lower case. */
const SCALARS: ReadonlyMap<string, JsonSchema> = new Map([
  ...['string', 'str'].map((name) => [name, STRING] as const),
  ...['integer', 'int', 'number(integer)'].map((name) => [name, INTEGER] as const),
  ...['int32', 'i32'].map((name) => [name, withFormat(INTEGER, 'int32')] as const),
  ...['long', 'int64', 'i64'].map((name) => [name, withFormat(INTEGER, 'int64')] as const),
  ...['float', 'double', 'float32', 'float64', 'f32', 'f64', 'bigdecimal', 'decimal', 'number'].map(
    (name) => [name, NUMBER] as const,
  ),
  ...['boolean', 'bool'].map((name) => [name, BOOLEAN] as const),
  ...['datetime', 'offsetdatetime', 'date', 'time', 'date_time'].map(
    (name) => [name, withFormat(STRING, 'date-time')] as const,
  ),
  ['localdate', withFormat(STRING, 'date')],
  ['uuid', withFormat(STRING, 'uuid')],
  ['uri', withFormat(STRING, 'uri')],
  ['byte[]', withFormat(STRING, 'byte')],
  ...['file', 'os.file', 'bytearray', 'splfileobject'].map((name) => [name, withFormat(STRING, 'binary')] as const),
  ...['object', 'any', 'mixed', 'interface{}', 'serde_json::value', 'anytype', 'value', 'oasanytypenotmapped'].map(
    (name) => [name, ANYTHING] as const,
  ),
  ['null', { type: 'null' }],
]);

const LISTS = [
  /^(?:List|Array|Vec|ArrayList|Collection)<(.+)>$/,
  /^[Ll]ist\[(.+)\]$/,
  /^\[\](.+)$/,
  /^(?!byte\[\]$)(.+)\[\]$/,
  /^array\[(.+)\]$/i,
];
const SETS = [/^(?:java\.util\.)?(?:Set|HashSet|BTreeSet)<(.+)>$/, /^Set\[(.+)\]$/];
const MAPS = [
  /^(?:Map|Hash|Dictionary|HashMap|std::collections::HashMap|IDictionary)<\s*\w+\s*,\s*(.+)>$/,
  /^[Dd]ict\[\s*\w+\s*,\s*(.+)\]$/,
  /^dict\(\s*\w+\s*,\s*(.+)\)$/,
  /^map\[string\](.+)$/,
  /^map\[string,\s*(.+)\]$/,
  /^array<string,\s*(.+)>$/,
  /^\{\s*\[key:\s*string\]:\s*(.+?);?\s*\}$/,
];
const NULLABLE = [/^Option<(.+)>$/, /^Optional\[(.+)\]$/, /^(.+)\?$/, /^Nullable([A-Z]\w*)$/, /^(.+?)\s*\|\s*null$/];
const TRANSPARENT = [/^Pointer to (.+)$/, /^\*(?!\*)(.+)$/, /^Box<(.+)>$/];

const inside = (text: string, patterns: readonly RegExp[]): string | undefined => {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match?.[1] !== undefined) return match[1].trim();
  }
  return undefined;
};

/** Wraps what an inner type means. */
function wrapped(inner: string, wrap: (schema: JsonSchema) => JsonSchema): TypeMeaning {
  const { schema, references } = meaningOf(inner);
  return { schema: wrap(schema), references };
}

const orNull = (schema: JsonSchema): JsonSchema =>
  typeof schema.type === 'string' && schema.enum === undefined
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };

/** A model's name without the module it lies in: `models::Pet`, `io.k8s.api.core.v1.Pod`, `\DateTime`. */
const lastName = (text: string): string => text.split(/::|\\|\.(?=\w)/).at(-1) as string;

/** What the text of a type cell means, entities unescaped and links removed. */
export function meaningOf(text: string): TypeMeaning {
  const type = text.trim();
  const scalar = SCALARS.get(type.toLowerCase());
  if (scalar !== undefined) return { schema: scalar, references: [] };
  const map = inside(type, MAPS);
  if (map !== undefined) return wrapped(map, (values) => ({ type: 'object', additionalProperties: values }));
  const transparent = inside(type, TRANSPARENT);
  if (transparent !== undefined) return meaningOf(transparent);
  const list = inside(type, LISTS);
  if (list !== undefined) return wrapped(list, (items) => ({ type: 'array', items }));
  const set = inside(type, SETS);
  if (set !== undefined) return wrapped(set, (items) => ({ type: 'array', items, uniqueItems: true }));
  const nullable = inside(type, NULLABLE);
  if (nullable !== undefined) return wrapped(nullable, orNull);
  const name = lastName(type);
  const short = SCALARS.get(name.toLowerCase());
  if (short !== undefined && name !== type) return { schema: short, references: [] };
  return { schema: { $ref: `#/$defs/${name}` }, references: [name] };
}
