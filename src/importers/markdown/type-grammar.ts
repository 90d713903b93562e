import type { JsonSchema } from '../../contract';
import { formattedScalar, scalarOf } from './scalars';
import { argumentsOf, splitOutside, within } from './type-text';

/** What the name of a type stands for beyond the scalars: an enum of the page, or another page. */
export type Lookup = (name: string) => JsonSchema | undefined;

/** What a type's text says. */
export interface TypeMeaning {
  readonly schema: JsonSchema;
  /** Names that neither the page nor its neighbours explain. */
  readonly missing: readonly string[];
  /** Texts that are no type of any language known here: they are left open. */
  readonly unread: readonly string[];
}

type Reader = (text: string) => TypeMeaning;

const plain = (schema: JsonSchema): TypeMeaning => ({ schema, missing: [], unread: [] });

/** A schema around what an inner type means. */
const wrapped = (inner: TypeMeaning, wrap: (schema: JsonSchema) => JsonSchema): TypeMeaning => ({
  ...inner,
  schema: wrap(inner.schema),
});

const LISTS = new Set(
  'List list Array array ARRAY Vec ArrayList Collection BuiltList NSArray Vector Iterable Sequence ReadonlyArray conlist'.split(
    ' ',
  ),
);
const SETS = new Set('Set set HashSet BTreeSet BuiltSet LinkedHashSet OrderedSet ISet'.split(' '));
const MAPS = new Set(
  'Map map Hash HASH Dictionary IDictionary HashMap BTreeMap dict Dict BuiltMap NSDictionary Record'.split(' '),
);
const CHOICES = new Set('Union OneOf oneOf AnyOf anyOf Literal'.split(' '));
const NULLABLES = new Set(['Option', 'Optional', 'Nullable', 'JsonNullable', 'Maybe']);
/** What stands around an answer, or around a value that is elsewhere. */
const TRANSPARENT = new Set(
  'Box Arc Rc CompletableFuture Future Promise Task Observable Mono Single ApiResponse Channel Annotated Ref'.split(
    ' ',
  ),
);

const isNull = ({ schema }: TypeMeaning): boolean => schema.type === 'null';

const isOpen = (schema: JsonSchema): boolean => Object.keys(schema).length === 0;

/** A schema, or null beside it. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  if (isOpen(schema) || type === 'null') return schema;
  if (values !== undefined) return { anyOf: [schema, { type: 'null' }] };
  if (type === undefined) return { anyOf: [schema, { type: 'null' }] };
  const types = [type].flat() as readonly NonNullable<typeof type>[];
  return types.includes('null' as never) ? schema : { ...schema, type: [...types, 'null'] as never };
}

/** One of several types: `string | null`, `str, none_type`, and Python's list of all there are. */
function alternatives(texts: readonly string[], read: Reader): TypeMeaning {
  const meanings = texts.map(read);
  const values = meanings.filter((meaning) => !isNull(meaning));
  const schemas = values.map(({ schema }) => schema);
  const [first] = schemas;
  const single = first === undefined ? { type: 'null' as const } : first;
  const schema = schemas.length > 1 ? (schemas.length > 6 || schemas.some(isOpen) ? {} : { anyOf: schemas }) : single;
  return {
    schema: values.length < meanings.length && first !== undefined ? orNull(schema) : schema,
    missing: meanings.flatMap(({ missing }) => missing),
    unread: meanings.flatMap(({ unread }) => unread),
  };
}

const listOf = (text: string, read: Reader): TypeMeaning =>
  wrapped(read(text), (items) => ({ type: 'array', ...(isOpen(items) ? {} : { items }) }));

const mapOf = (text: string, read: Reader): TypeMeaning =>
  wrapped(read(text), (values) => ({ type: 'object', ...(isOpen(values) ? {} : { additionalProperties: values }) }));

/** `Head<A, B>`, with any of the brackets that languages use. */
function generic(head: string, args: readonly string[], read: Reader): TypeMeaning | undefined {
  const name = lastSegment(head);
  const [first, second] = args;
  if (first === undefined) return undefined;
  const formatted = second === undefined ? formattedScalar(name, first) : undefined;
  if (formatted !== undefined) return plain(formatted);
  if (CHOICES.has(name)) return alternatives(args, read);
  if (MAPS.has(name) || (LISTS.has(name) && second !== undefined)) return mapOf(second ?? first, read);
  if (LISTS.has(name)) return listOf(first, read);
  if (SETS.has(name)) return wrapped(listOf(first, read), (schema) => ({ ...schema, uniqueItems: true }));
  if (NULLABLES.has(name)) return wrapped(read(first), orNull);
  if (TRANSPARENT.has(name)) return read(first);
  return undefined;
}

/** Brackets without a name before them: `[X]`, `[String: X]`, `{String: X}`, `{ [key: string]: X; }`. */
function anonymous(text: string, read: Reader): TypeMeaning | undefined {
  const indexed = /^\{\s*\[\w+:\s*\w+\]:\s*(.+?);?\s*\}$/s.exec(text)?.[1];
  if (indexed !== undefined) return mapOf(indexed, read);
  const inBrackets = within(text, '[', ']');
  const inBraces = within(text, '{', '}');
  const content = inBrackets ?? inBraces;
  if (content === undefined) return undefined;
  const [key, ...value] = splitOutside(content, /^:(?!:)/);
  if (value.length > 0 && /^\s*\w+\s*$/.test(key as string)) return mapOf(unparenthesised(value.join(':')), read);
  return inBrackets === undefined ? undefined : listOf(content, read);
}

/** Python's `(Pet,)` is a list of types with one entry. */
const unparenthesised = (text: string): string => (within(text.trim(), '(', ')') ?? text).trim().replace(/,$/, '');

/** A name without the module it lies in: `models::Pet`, `\Ns\Model\Pet`, `java.time.LocalDate`. */
const lastSegment = (text: string): string => text.split(/::|\\|\./).at(-1) as string;

/** What only marks a type: pointers, and Go's words for them. */
const PREFIX = /^(?:Pointer to\s+|\*+(?=\S)|&(?=\S)|\?(?=[\\\w]))/;
const SUFFIX = /(?:\s*\\?\*)+$/;

function named(text: string, look: Lookup, read: Reader): TypeMeaning {
  const last = lastSegment(text);
  const found = look(text) ?? look(last);
  if (found !== undefined) return plain(found);
  const scalar = scalarOf(text) ?? scalarOf(last);
  if (scalar !== undefined) return plain(scalar);
  const nullable = /^Nullable([A-Z]\w*)$/.exec(last)?.[1];
  if (nullable !== undefined) {
    const inner = read(
      /^(?:Int32|Int64|String|Bool|Float32|Float64|Time)$/.test(nullable) ? goName(nullable) : nullable,
    );
    return wrapped(inner, orNull);
  }
  if (!/^[\p{L}_$@\\][\p{L}\p{N}_$.:\\@-]*$/u.test(text)) return { schema: {}, missing: [], unread: [text] };
  const name = /::|\\/.test(text) ? last : text;
  return { schema: { $ref: `#/$defs/${name}` }, missing: [name], unread: [] };
}

const goName = (name: string): string => (name === 'Time' ? 'time.Time' : name.toLowerCase());

/** Types may be nested so deep; beyond, the text is no type. */
const DEEPEST = 40;

/** What the text of a type cell means, entities unescaped and links removed. */
export function meaningOf(text: string, look: Lookup = () => undefined, depth = 0): TypeMeaning {
  const type = text.trim();
  if (depth > DEEPEST || type === '') return { schema: {}, missing: [], unread: [text.slice(0, 80)] };
  const read: Reader = (inner) => meaningOf(inner, look, depth + 1);
  const scalar = look(type) ?? scalarOf(type);
  if (scalar !== undefined) return plain(scalar);
  for (const mark of [/^\|/, /^,/]) {
    const parts = splitOutside(type, mark)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length > 1 || (parts.length === 1 && parts[0] !== type)) return alternatives(parts, read);
  }
  const unmarked = type.replace(PREFIX, '').replace(SUFFIX, '');
  if (unmarked !== type && unmarked !== '')
    return type.startsWith('?') ? wrapped(read(unmarked), orNull) : read(unmarked);
  return compound(type, read) ?? named(type, look, read);
}

function compound(type: string, read: Reader): TypeMeaning | undefined {
  const goList = /^\[\](.+)$/s.exec(type)?.[1];
  if (goList !== undefined) return listOf(goList, read);
  const goMap = /^map\[\w+\](.+)$/s.exec(type)?.[1];
  if (goMap !== undefined) return mapOf(goMap, read);
  const suffixed = /^(.+)\[\]$/s.exec(type)?.[1];
  if (suffixed !== undefined) return listOf(suffixed, read);
  const [, quoted] = /^["']([^"']*)["']$/.exec(type) ?? [];
  if (quoted !== undefined) return plain({ type: 'string', enum: [quoted] });
  const nullable = /^(.+?)(?:\?|\s+or null)$/s.exec(type)?.[1];
  if (nullable !== undefined) return wrapped(read(nullable), orNull);
  const parts = argumentsOf(type);
  return (parts === undefined ? undefined : generic(parts.head, parts.args, read)) ?? anonymous(type, read);
}
