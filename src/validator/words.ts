import { childPointer, type JsonValue, STRING_FORMATS } from '../contract';
import { didYouMean } from '../result';
import { alternatives, counted, literal, type Problem, TYPES_IN_WORDS, typeInWords } from './problem';

/** What ajv tells of one failure, as far as it is put into words. */
export interface AjvFailure {
  readonly keyword: string;
  readonly pointer: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that the keyword stands in. */
  readonly parent: { readonly [keyword: string]: unknown };
  /** With every digit. */
  readonly value: JsonValue;
}

type Told = Omit<Problem, 'pointer' | 'actual'> & Partial<Pick<Problem, 'pointer' | 'actual'>>;
type Words = (failure: AjvFailure) => Told;

const textLength = (value: JsonValue): number => Array.from(String(value)).length;
const itemCount = (value: JsonValue): number => (Array.isArray(value) ? value.length : 0);
const memberCount = (value: JsonValue): number => Object.keys(value as object).length;

/** A limit on a count, lower or upper. */
const sized =
  (check: string, unit: string, bound: 'at least' | 'at most', size: (value: JsonValue) => number): Words =>
  ({ params, value }) => {
    const expected = `${bound} ${counted(Number(params['limit']), unit)}`;
    const actual = `${counted(size(value), unit)}`;
    return {
      check,
      sentence: `has ${actual}, and ${expected} ${params['limit'] === 1 ? 'is' : 'are'} allowed`.replace(
        'at least',
        'no fewer than',
      ),
      expected,
      actual,
    };
  };

const declaredNames = (parent: AjvFailure['parent']): string[] => Object.keys((parent['properties'] ?? {}) as object);

function describedIn(parent: AjvFailure['parent'], name: string): string | undefined {
  const properties = (parent['properties'] ?? {}) as Record<string, { description?: string }>;
  return Object.hasOwn(properties, name) ? properties[name]?.description : undefined;
}

const type: Words = ({ params, value }) => {
  const expected = alternatives([params['type']].flat().map((name) => TYPES_IN_WORDS[String(name)] ?? String(name)));
  const met = value === null ? 'null' : `${literal(value)} (${typeInWords(value)})`;
  return { check: 'type', sentence: `is ${met}, which is not ${expected}`, expected };
};

const required: Words = ({ params, pointer, parent }) => {
  const name = String(params['missingProperty']);
  return {
    check: 'required',
    pointer: childPointer(pointer, name),
    sentence: 'is missing, and it is required',
    expected: 'a value',
    actual: 'nothing',
    description: describedIn(parent, name),
  };
};

const format: Words = ({ params, value }) => {
  const expected = STRING_FORMATS.get(String(params['format']))?.description ?? `of the format ${params['format']}`;
  return { check: 'format', sentence: `is ${literal(value)}, which is not ${expected}`, expected };
};

const pattern: Words = ({ params, value }) => {
  const expected = `text that matches ${params['pattern']}`;
  return { check: 'pattern', sentence: `is ${literal(value)}, which does not match ${params['pattern']}`, expected };
};

const additionalProperties: Words = ({ params, pointer, parent, value }) => {
  const name = String(params['additionalProperty']);
  const sentence = `is not declared, and no other members are allowed${didYouMean(name, declaredNames(parent))}`;
  const member = (value as Record<string, JsonValue>)[name];
  return {
    check: 'unknown-property',
    pointer: childPointer(pointer, name),
    sentence,
    expected: 'no such member',
    actual: literal(member),
  };
};

/** Each keyword of ajv that can fail, in words. */
export const WORDS: Readonly<Record<string, Words>> = {
  type,
  required,
  format,
  pattern,
  additionalProperties,
  minLength: sized('length', 'character', 'at least', textLength),
  maxLength: sized('length', 'character', 'at most', textLength),
  minItems: sized('items', 'item', 'at least', itemCount),
  maxItems: sized('items', 'item', 'at most', itemCount),
  minProperties: sized('properties', 'member', 'at least', memberCount),
  maxProperties: sized('properties', 'member', 'at most', memberCount),
};

/** A failure of ajv as a problem in words. */
export function inWords(failure: AjvFailure): Problem {
  const words = WORDS[failure.keyword];
  const told: Told = words?.(failure) ?? {
    check: 'type',
    sentence: `does not satisfy ${failure.keyword}`,
    expected: failure.keyword,
  };
  const description = failure.parent['description'];
  return {
    pointer: failure.pointer,
    actual: literal(failure.value),
    description: typeof description === 'string' && told.pointer === undefined ? description : undefined,
    ...told,
  };
}
