import type { Raw } from './document-parts';

/** What came of one parameter: its texts in a query, each name by itself, else the one text. */
export interface Sent {
  readonly pairs: readonly (readonly [name: string, text: string])[];
  readonly text?: string;
}

/** A parameter as its document writes it. */
export interface Written {
  readonly name: string;
  readonly place: string;
  readonly type: string;
  readonly style: string;
  readonly explode: boolean;
  readonly isJson: boolean;
  readonly declared: readonly string[];
}

const COLLECTIONS: Raw = { ssv: 'spaceDelimited', tsv: 'tabDelimited', pipes: 'pipeDelimited' };
const SEPARATORS: Raw = { spaceDelimited: ' ', pipeDelimited: '|', tabDelimited: '\t' };

/** The form that a document says a parameter has, OpenAPI's and Swagger's defaults filled in. */
export function formIn(parameter: Raw, isSwagger: boolean): { readonly style: string; readonly explode: boolean } {
  const isQuery = parameter['in'] === 'query' || parameter['in'] === 'cookie';
  const plain = isQuery ? 'form' : 'simple';
  if (!isSwagger) {
    const style = String(parameter['style'] ?? plain);
    return { style, explode: (parameter['explode'] ?? style === 'form') === true };
  }
  const collection = String(parameter['collectionFormat'] ?? 'csv');
  return { style: String(COLLECTIONS[collection] ?? plain), explode: collection === 'multi' };
}

const pairsOf = (items: readonly string[]): [string, string][] =>
  items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1] ?? '']] : []));

const assigned = (items: readonly string[]): [string, string][] =>
  items.map((item) => {
    const at = item.indexOf('=');
    return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)];
  });

function split(text: string, separator: string, { type, explode }: Written): unknown {
  const items = text === '' ? [] : text.split(separator);
  if (type === 'array') return items;
  return Object.fromEntries(explode ? assigned(items) : pairsOf(items));
}

/** Texts of a path or a header, and of a query that is not exploded. */
function whole(text: string, written: Written): unknown {
  const { style, type, name, explode } = written;
  const isList = type === 'array' || type === 'object';
  if (style === 'label') return isList ? split(text.slice(1), explode ? '.' : ',', written) : text.slice(1);
  if (style === 'matrix') {
    const parts = assigned(text.slice(1).split(';'));
    const own = parts.filter(([key]) => key === name).map(([, value]) => value);
    if (!isList) return own[0];
    if (!explode) return split(own[0] ?? '', ',', written);
    return type === 'array' ? own : Object.fromEntries(parts);
  }
  return isList ? split(text, String(SEPARATORS[style] ?? ','), written) : text;
}

function inQuery(pairs: Sent['pairs'], written: Written): unknown {
  const { name, type, style, explode, declared } = written;
  const own = pairs.filter(([key]) => key === name).map(([, text]) => text);
  if (style === 'deepObject') {
    const members = pairs.filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'));
    return members.length === 0
      ? undefined
      : Object.fromEntries(members.map(([key, text]) => [key.slice(name.length + 1, -1), text]));
  }
  if (explode && type === 'object') {
    const members = pairs.filter(([key]) => declared.includes(key));
    return members.length === 0 ? undefined : Object.fromEntries(members);
  }
  if (explode && type === 'array') return own.length === 0 ? undefined : own;
  return own[0] === undefined ? undefined : whole(own[0], written);
}

/** The value that was sent for a parameter, its scalars as texts; `undefined` where nothing was. */
export function valueSent({ pairs, text }: Sent, written: Written): unknown {
  if (written.place === 'query' && !written.isJson) return inQuery(pairs, written);
  const own = written.place === 'query' ? pairs.find(([key]) => key === written.name)?.[1] : text;
  if (own === undefined) return undefined;
  if (!written.isJson) return whole(own, written);
  try {
    return JSON.parse(own) as unknown;
  } catch {
    return Symbol('no JSON');
  }
}

const readingsOf = (text: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? [text] : [value, text];
  } catch {
    return [text];
  }
};

/** The values that texts may stand for: each text as such, and as the number, the truth value or the null that it spells. */
export function readings(value: unknown): unknown[] {
  if (typeof value === 'string') return readingsOf(value);
  if (typeof value !== 'object' || value === null) return [value];
  const isList = Array.isArray(value);
  const all = Object.entries(value).reduce<[string, unknown][][]>(
    (rows, [name, inner]) =>
      rows.flatMap((row) => readings(inner).map((one) => [...row, [name, one] as [string, unknown]])).slice(0, 256),
    [[]],
  );
  return all.map((members) => (isList ? members.map(([, one]) => one) : Object.fromEntries(members)));
}
