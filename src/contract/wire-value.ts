import { isJsonObject, type JsonValue } from './json';
import { type Definitions, resolve, type Schema } from './schema';
import { type ParameterStyle, wireFormOf } from './wire-form';
import type { WireText, WrittenParameter } from './wire-text';

const SEPARATORS: Readonly<Partial<Record<ParameterStyle, string>>> = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};

/** How JSON begins: an attempt to read what is none takes long. */
const BEGINNING = /^\s*(?:[-\d"[{]|true|false|null)/;

/** The JSON value that a text is, where it is one. */
function jsonIn(text: string): JsonValue[] {
  if (!BEGINNING.test(text)) return [];
  try {
    return [JSON.parse(text) as JsonValue];
  } catch {
    return [];
  }
}

/** What a text may stand for: itself, and the number, the truth value or the null that it spells. */
const scalars = (text: string): JsonValue[] => [
  ...jsonIn(text).filter((value) => !Array.isArray(value) && !isJsonObject(value)),
  text,
];

/** So many readings of one list or object are looked at. */
const MOST_READINGS = 64;

const combined = (texts: readonly string[]): JsonValue[][] =>
  texts.reduce<JsonValue[][]>(
    (rows, text) => rows.flatMap((row) => scalars(text).map((value) => [...row, value])).slice(0, MOST_READINGS),
    [[]],
  );

const lists = (texts: readonly string[]): JsonValue[] => combined(texts);

const objects = (members: readonly WireText[]): JsonValue[] =>
  combined(members.map(([, text]) => text)).map((values) =>
    Object.fromEntries(values.map((value, index) => [members[index]?.[0] ?? '', value])),
  );

/** `a,b` as names and values in turns, and exploded `a=b` as pairs. */
function pairs(items: readonly string[], explode: boolean): WireText[] {
  if (!explode)
    return items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1] ?? ''] as const] : []));
  return items.map((item) => {
    const [name = '', ...rest] = item.split('=');
    return [name, rest.join('=')] as const;
  });
}

const readingsOf = (items: readonly string[], explode: boolean): JsonValue[] => [
  ...lists(items),
  ...objects(pairs(items, explode)),
];

/** The readings of one text that holds a scalar, a list or an object. */
const joined = (text: string, separator: string, explode: boolean): JsonValue[] => [
  ...scalars(text),
  ...readingsOf(text.split(separator), explode),
];

function matrix(text: string, name: string, explode: boolean): JsonValue[] {
  const members = pairs(text.slice(1).split(';'), true);
  const own = members.filter(([key]) => key === name).map(([, value]) => value);
  const [first] = own;
  if (explode) return [...own.flatMap(scalars), ...lists(own), ...objects(members)];
  return first === undefined ? [] : joined(first, ',', false);
}

/** The names of the members that a schema declares, those of all branches of a union. */
function memberNames(schema: Schema, definitions: Definitions): string[] {
  const here = resolve(schema, definitions);
  if (here.kind === 'union') return here.branches.flatMap((branch) => memberNames(branch, definitions));
  return here.kind === 'object' ? here.properties.map(({ name }) => name) : [];
}

function queryReadings(parameter: ReadParameter, sent: readonly WireText[], definitions: Definitions): JsonValue[] {
  const form = wireFormOf(parameter);
  const { name, schema } = parameter;
  const own = sent.filter(([key]) => key === name).map(([, text]) => text);
  const [first] = own;
  if ('mediaType' in form) return first === undefined ? [] : jsonIn(first);
  if (form.style === 'deepObject')
    return objectOf(
      sent.filter(([key]) => key.startsWith(`${name}[`)).map(([key, text]) => [key.slice(name.length + 1, -1), text]),
    );
  if (form.explode) {
    const names = memberNames(schema, definitions);
    const members = sent.filter(([key]) => names.includes(key));
    return [...own.slice(0, 1).flatMap(scalars), ...(own.length === 0 ? [] : lists(own)), ...objectOf(members)];
  }
  return first === undefined ? [] : joined(first, SEPARATORS[form.style] ?? ',', false);
}

const objectOf = (members: readonly WireText[]): JsonValue[] => (members.length === 0 ? [] : objects(members));

/** A parameter as far as reading its value goes. */
export type ReadParameter = WrittenParameter & { readonly schema: Schema };

/**
 * Reads what was sent for a parameter: each value that the texts may stand for, since a text does not say whether it is
 * `1` or `"1"`. None where nothing was sent.
 * @param sent all of a query, else the parameter's own text; decoded.
 */
export function wireReadings(
  parameter: ReadParameter,
  sent: readonly WireText[],
  definitions: Definitions,
): JsonValue[] {
  if (parameter.in === 'query') return queryReadings(parameter, sent, definitions);
  const [text] = sent.filter(([name]) => name === parameter.name).map(([, value]) => value);
  if (text === undefined) return [];
  const form = wireFormOf(parameter);
  if ('mediaType' in form) return jsonIn(text);
  if (form.style === 'matrix') return matrix(text, parameter.name, form.explode);
  if (form.style === 'label')
    return text.startsWith('.') ? joined(text.slice(1), form.explode ? '.' : ',', form.explode) : [];
  return joined(text, ',', form.explode);
}
