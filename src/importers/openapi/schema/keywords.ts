import { isJsonObject, type JsonValue } from '../../../contract';

/** What the value of a keyword must look like. */
export type Form =
  | 'number'
  | 'count'
  | 'text'
  | 'flag'
  | 'values'
  | 'names'
  | 'schema'
  | 'schemas'
  | 'members'
  | 'requirements'
  | 'tuple'
  | 'types'
  | 'limit'
  | 'discriminator'
  | 'anything';

/** What becomes of a keyword: it limits what is allowed, is only told, is nothing to us, or makes its schema inexact. */
export type Use = 'judged' | 'told' | 'passed over' | 'inexact';

/** A keyword of the schemas in OpenAPI documents. */
export interface Keyword {
  readonly name: string;
  readonly form: Form;
  readonly use: Use;
  /** What should be known about it, as a clause. */
  readonly note?: string;
  /** Of an inexact one: the values with which it says nothing. */
  readonly isEmpty?: (value: JsonValue) => boolean;
}

const judged = (form: Form, names: string, note?: string): Keyword[] =>
  names.split(' ').map((name) => ({ name, form, use: 'judged', ...(note === undefined ? {} : { note }) }));
const told = (form: Form, names: string, note?: string): Keyword[] =>
  names.split(' ').map((name) => ({ name, form, use: 'told', ...(note === undefined ? {} : { note }) }));
const passed = (names: string, note?: string): Keyword[] =>
  names
    .split(' ')
    .map((name) => ({ name, form: 'anything', use: 'passed over', ...(note === undefined ? {} : { note }) }));
const inexact = (name: string, note: string, isEmpty: Keyword['isEmpty'] = () => false): Keyword[] => [
  { name, form: 'anything', use: 'inexact', note, isEmpty },
];

const isNothing = (value: JsonValue): boolean => isJsonObject(value) && Object.keys(value).length === 0;
const isTrue = (value: JsonValue): boolean => value === true || isNothing(value);

/** All keywords that are known. Any other is passed over with a warning; `x-` extensions without one. */
export const KEYWORDS: readonly Keyword[] = [
  ...judged('text', '$ref', 'with what stands beside it; local files within the folder of the document'),
  ...judged('types', 'type', 'one or several; a schema without one limits only values of the type it speaks of'),
  ...judged('values', 'enum', 'also with null and of several types'),
  ...judged('anything', 'const'),
  ...judged('flag', 'nullable x-nullable', 'OpenAPI 3.0 and Swagger 2.0; beside a reference it is taken as meant'),
  ...judged('count', 'minLength maxLength', 'in Unicode code points'),
  ...judged('text', 'pattern', 'ECMA-262, with the u flag or, where it is only legal so, without it'),
  ...judged('text', 'format', 'those of the format table are judged, any other is an annotation'),
  ...judged('number', 'minimum maximum multipleOf'),
  ...judged('limit', 'exclusiveMinimum exclusiveMaximum', 'as a number, and as a flag of OpenAPI 3.0'),
  ...judged('schema', 'items'),
  ...judged('tuple', 'prefixItems', 'where all items are of one schema; any other tuple is inexact'),
  ...judged('count', 'minItems maxItems'),
  ...judged('flag', 'uniqueItems'),
  ...judged('members', 'properties'),
  ...judged('names', 'required'),
  ...judged('schema', 'additionalProperties', 'true, false and a schema'),
  ...judged('schema', 'unevaluatedProperties', 'with allOf and references, not with alternatives beside it'),
  ...judged('schema', 'propertyNames', 'as far as it limits text: length, pattern, format, enum'),
  ...judged('requirements', 'dependentRequired', 'as alternatives: without the member, or with what it needs'),
  ...judged('members', 'dependentSchemas', 'as alternatives: without the member, or with what it needs'),
  ...judged('count', 'minProperties maxProperties'),
  ...judged('schemas', 'allOf', 'merged, also with additionalProperties'),
  ...judged('schemas', 'oneOf anyOf', 'with and without discriminator, and with what stands beside them'),
  ...judged('flag', 'readOnly', 'not required in requests'),
  ...judged('flag', 'writeOnly', 'not required in responses'),
  ...told('text', 'title description'),
  ...told('text', 'x-inexact', 'of printed contracts: what was not supported; no value of the schema is made'),
  ...told('text', 'x-unsaid', 'of documents read for a comparison: the keywords that are not supported'),
  ...told('flag', 'deprecated'),
  ...told('anything', 'default'),
  ...told('anything', 'example examples', 'checked against the schema, and cases of their own'),
  ...told(
    'discriminator',
    'discriminator',
    'names the branch in messages and examples, and the model of a family; else it adds nothing to what is allowed',
  ),
  ...passed('$schema $id id $anchor $comment $defs definitions $vocabulary', 'references go by JSON pointer'),
  ...passed('externalDocs xml collectionFormat allowEmptyValue contentEncoding contentMediaType contentSchema'),
  ...passed('then else', 'without if they say nothing'),
  ...inexact('not', 'a schema that is not to hold', (value) => value === false),
  ...inexact('if', 'conditions'),
  ...inexact('patternProperties', 'members by the pattern of their name, unless they alone are allowed', isNothing),
  ...inexact('unevaluatedItems', 'items that no other keyword speaks of', isTrue),
  ...inexact('additionalItems', 'items beyond a tuple', isTrue),
  ...inexact('contains', 'an item that must be there'),
  ...inexact('minContains', 'an item that must be there'),
  ...inexact('maxContains', 'an item that must be there'),
  ...inexact('dependencies', 'members that need others', isNothing),
  ...inexact('$dynamicRef', 'references that depend on who refers'),
  ...inexact('$recursiveRef', 'references that depend on who refers'),
];

/** The keywords by name. */
export const KEYWORDS_BY_NAME: ReadonlyMap<string, Keyword> = new Map(KEYWORDS.map((row) => [row.name, row]));

const isSchema = (value: JsonValue): boolean => typeof value === 'boolean' || isJsonObject(value);
const isCount = (value: JsonValue): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumber = (value: JsonValue): boolean => typeof value === 'number' || typeof value === 'bigint';
const isText = (value: JsonValue): boolean => typeof value === 'string';
const listOf =
  (holds: (value: JsonValue) => boolean) =>
  (value: JsonValue): boolean =>
    Array.isArray(value) && value.every(holds);

/** Whether a value is of a form, and what the form is called. */
export const FORMS: { readonly [F in Form]: { readonly is: (value: JsonValue) => boolean; readonly words: string } } = {
  number: { is: isNumber, words: 'a number' },
  count: { is: isCount, words: 'a whole number from 0' },
  text: { is: isText, words: 'a text' },
  flag: { is: (value) => typeof value === 'boolean', words: 'true or false' },
  values: { is: (value) => Array.isArray(value) && value.length > 0, words: 'a list of values' },
  names: { is: listOf(isText), words: 'a list of names' },
  schema: { is: isSchema, words: 'a schema' },
  schemas: {
    is: (value) => listOf(isSchema)(value) && (value as readonly JsonValue[]).length > 0,
    words: 'a list of schemas',
  },
  tuple: { is: listOf(isSchema), words: 'a list of schemas' },
  members: { is: (value) => isJsonObject(value) && Object.values(value).every(isSchema), words: 'schemas by name' },
  requirements: {
    is: (value) => isJsonObject(value) && Object.values(value).every(listOf(isText)),
    words: 'lists of names by name',
  },
  types: { is: (value) => isText(value) || listOf(isText)(value), words: 'a type' },
  limit: { is: (value) => typeof value === 'boolean' || isNumber(value), words: 'a number' },
  discriminator: { is: (value) => isText(value) || isJsonObject(value), words: 'a discriminator' },
  anything: { is: () => true, words: 'anything' },
};
