import {
  generalPointer,
  type Interpreter,
  interpret,
  type Model,
  type NumericLimits,
  type Site,
  type StringSchema,
  sitesOf,
  stringifyJson,
} from '../../contract';
import { shorten } from '../../result';

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

const atLeast = (limit: number | undefined, what: string): string =>
  limit === undefined ? '' : `at least ${limit}${what}`;
const atMost = (limit: number | undefined, what: string): string =>
  limit === undefined ? '' : `at most ${limit}${what}`;

const textLimits = ({ minLength, maxLength, pattern, format }: StringSchema): string =>
  joined([
    format ?? '',
    atLeast(minLength, ' characters'),
    atMost(maxLength, ' characters'),
    pattern === undefined ? '' : `that matches ${pattern}`,
  ]);

const numberLimits = (schema: NumericLimits): string =>
  joined([
    schema.format ?? '',
    atLeast(schema.minimum, ''),
    atMost(schema.maximum, ''),
    schema.exclusiveMinimum === undefined ? '' : `more than ${schema.exclusiveMinimum}`,
    schema.exclusiveMaximum === undefined ? '' : `less than ${schema.exclusiveMaximum}`,
    schema.multipleOf === undefined ? '' : `a multiple of ${schema.multipleOf}`,
  ]);

/** What a schema allows, as the end of a sentence: "a list, at most 5 items, each a text". */
const ALLOWS: Interpreter<string> = {
  string: (schema) => joined(['a text', textLimits(schema)]),
  integer: (schema) => joined(['an integer', numberLimits(schema)]),
  number: (schema) => joined(['a number', numberLimits(schema)]),
  boolean: () => 'true or false',
  null: () => 'null',
  enum: ({ values }) => `one of ${values.map(stringifyJson).join(', ')}`,
  any: () => 'anything',
  array: ({ minItems, maxItems, uniqueItems, items }, recur) =>
    joined([
      'a list',
      atLeast(minItems, ' items'),
      atMost(maxItems, ' items'),
      uniqueItems === true ? 'all different' : '',
      `each ${recur(items)}`,
    ]),
  map: ({ values }, recur) => `a map of names to values, each ${recur(values)}`,
  object: () => 'an object',
  union: ({ branches }, recur) => branches.map(recur).join(', or '),
  reference: ({ name }) => `${/^[AEIO]/i.test(name) ? 'an' : 'a'} ${name}`,
};

/** The site that a pointer into a payload leads to; branches of unions stand at the same place. */
function siteAt(model: Model, pointer: string): Site | undefined {
  const place = generalPointer(model, pointer);
  return sitesOf(model).find((site) => site.pointer.replace(/\/\|\d+/g, '') === place);
}

/**
 * The sentence of the contract that a place of a payload is held to, in the words of its document where that says
 * more; `undefined` for a place that the contract does not list.
 */
export function contractSentence(model: Model, pointer: string): string | undefined {
  const site = siteAt(model, pointer);
  if (site === undefined) return undefined;
  const { property, schema } = site;
  const presence = property === undefined ? '' : property.required ? 'required, ' : 'optional, ';
  const { description } = property?.schema ?? schema;
  const told = description ?? schema.description;
  const prose = told === undefined ? '' : `. "${shorten(told.replace(/\s+/g, ' ').trim())}"`;
  return `${site.pointer || 'the body'} is ${presence}${shorten(interpret(ALLOWS, schema), 240)}${prose}`;
}
