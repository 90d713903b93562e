import type { JsonSchema } from '../../contract';
import { type Desk, enumSchema, miss, warn } from './desk';
import { type EnumMember, innermost, type PageEnum } from './enums';
import type { PropertyRow } from './property-row';
import { stemOf } from './stem';
import { bare } from './text';
import { type Lookup, meaningOf, orNull, type TypeMeaning } from './type-grammar';

/** The schema of a property, and the members of its enum, for defaults that name one. */
export interface PropertyType {
  readonly schema: JsonSchema;
  readonly members: readonly EnumMember[];
}

/** Where a language writes that a member may be absent as a type of its own, `[optional]` has said it. */
const withoutAbsence = ({ type, optional }: PropertyRow): string =>
  optional ? type.replace(/^Option<(.*)>$/s, '$1').replace(/^([\w.:<>[\],\s]+)\?$/, '$1') : type;

/** A value type of C#, which its generator marks by `?` whether it may be null or not. */
const MARKED = /\b(int|long|short|byte|bool|decimal|double|float|DateTime|DateTimeOffset|DateOnly|TimeSpan|Guid)\?/g;

/** The type without what says nothing: on pages of C#, told by their titles, `?` of a value type. */
function withoutMarks(desk: Desk, row: PropertyRow): string {
  const type = withoutAbsence(row);
  const isCSharp = /^\w+(?:\.\w+)*\.Model\.\w+$/.test(desk.title);
  const plain = isCSharp ? type.replace(MARKED, '$1') : type;
  if (plain !== type && !row.optional)
    warn(
      desk,
      row.line,
      `the ? of ${row.name} marks every value type on pages of C#: whether it may be null is not said, and it is taken not to`,
    );
  return plain;
}

/** What the type of a row means on its page: scalars, enums of the page, models of other pages. */
export function typeOf(desk: Desk, row: PropertyRow): PropertyType {
  const type = withoutMarks(desk, row);
  const inline = inlineEnum(desk, row);
  const meaning = meant(desk, row, type, inline);
  const listed = listedEnum(desk, row, type, meaning);
  if (listed !== undefined) return { schema: listed, members: [] };
  for (const model of meaning.missing) miss(desk, model, row.line, row.name);
  for (const text of meaning.unread)
    warn(desk, row.line, `the type ${JSON.stringify(text)} of ${row.name} is not understood: it stays open`);
  const schema = inline === undefined ? undefined : withValues(meaning.schema, enumSchema(inline.members));
  if (inline === undefined || schema === undefined) return { schema: meaning.schema, members: [] };
  take(desk, row, inline);
  return { schema, members: inline.members };
}

function meant(desk: Desk, row: PropertyRow, type: string, inline: PageEnum | undefined): TypeMeaning {
  const isRuby = /^[A-Z]\w*::/.test(desk.title);
  const look: Lookup = (name) => {
    if (inline !== undefined && (bare(name) === bare(inline.name) || name === 'inline')) return PLACEHOLDER;
    // Only Ruby has a class for days of the name that other languages use for moments.
    if (isRuby && name === 'Date') return { type: 'string', format: 'date' };
    return desk.neighbours(name);
  };
  const meaning = meaningOf(type, look);
  const [lost] = meaning.missing;
  const linked = lost === undefined || row.link.startsWith('#') ? undefined : desk.neighbours(stemOf(row.link));
  // Types have suffixes and modules that files have not: the link says which page is meant.
  return linked === undefined ? meaning : meaningOf(type, (name) => (name === lost ? linked : look(name)));
}

/** Where the values of the row's enum go. */
const PLACEHOLDER: JsonSchema = { type: 'string', title: 'values of an enum' };

const isScalar = ({ type, format }: JsonSchema): boolean =>
  (type === 'string' || type === 'number' || type === 'integer') && format === undefined;

/**
 * A type with the values of its enum: in place of the enum that it names, or of the scalar that JavaScript's pages
 * name instead. `undefined` where neither is there.
 */
function withValues(schema: JsonSchema, values: JsonSchema): JsonSchema | undefined {
  if (schema === PLACEHOLDER || isScalar(schema)) return values;
  const { items, additionalProperties, anyOf, type } = schema;
  if (Array.isArray(type) && type.includes('null')) return orNull(values);
  const inner = (one: JsonSchema | boolean | undefined): JsonSchema | undefined =>
    typeof one === 'object' ? withValues(one, values) : undefined;
  const [inItems, inValues] = [inner(items), inner(additionalProperties)];
  if (inItems !== undefined) return { ...schema, items: inItems };
  if (inValues !== undefined) return { ...schema, additionalProperties: inValues };
  const branches = anyOf?.map((branch) => inner(branch) ?? branch);
  return branches === undefined ? undefined : { ...schema, anyOf: branches };
}

/** The enum that a property links to (`#StatusEnum`), or that has its name. Sections of one name are taken in turn. */
function inlineEnum(desk: Desk, row: PropertyRow): PageEnum | undefined {
  const isLinked = row.link.startsWith('#');
  const target = isLinked ? innermost(row.link.slice(1)) : `${row.name}Enum`;
  const wanted = [bare(target), ...(isLinked || /enum\W*$/i.test(row.type) ? [bare(innermost(row.type))] : [])];
  const found = desk.enums.filter(({ name, anchor }) =>
    [bare(name), bare(anchor)].some((word) => word !== '' && wanted.includes(word)),
  );
  return found.find((one) => !desk.used.has(one)) ?? found.at(-1);
}

function take(desk: Desk, { name }: PropertyRow, taken: PageEnum): void {
  if (taken.doubt !== undefined && !desk.used.has(taken))
    warn(desk, taken.line, `${name} is an enum, but ${taken.doubt}: check it in contract.ts`);
  desk.used.add(taken);
}

/** Rust writes the values of an inline enum behind the description, R into the notes. */
function listedEnum(desk: Desk, row: PropertyRow, type: string, meaning: TypeMeaning): JsonSchema | undefined {
  const [, behind] = meaning.missing.length === 0 ? [] : (/\(enum:\s*([^()]+)\)$/.exec(row.description) ?? []);
  const listed = row.notes.listed ?? behind?.split(',').map((value) => value.trim());
  if (listed === undefined || listed.join('') === '') return undefined;
  const doubt = 'its values are a list with commas: where one holds a comma, they are others';
  warn(desk, row.line, `${row.name} is an enum, but ${doubt}; check it in contract.ts`);
  const values: JsonSchema = { type: 'string', enum: listed };
  const { schema } = meaning.missing.length === 0 ? meaning : meaningOf(type, (name) => named(name, meaning.missing));
  return withValues(schema, values) ?? values;
}

const named = (name: string, missing: readonly string[]): JsonSchema | undefined =>
  missing.includes(name) ? PLACEHOLDER : undefined;
