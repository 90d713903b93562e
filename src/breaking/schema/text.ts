import type { Schema } from '../../contract';

/** What is told of a schema and limits nothing. */
const TOLD: ReadonlySet<string> = new Set(['description', 'examples', 'documentedName']);

const texts = new WeakMap<Schema, string>();

/** A schema without its prose, as text; what it refers to by name. */
export function schemaText(schema: Schema): string {
  const known = texts.get(schema);
  if (known !== undefined) return known;
  const text = JSON.stringify(schema, (name, value: unknown) => {
    if (TOLD.has(name) && typeof value !== 'object') return undefined;
    return name === 'examples' && Array.isArray(value) ? undefined : typeof value === 'bigint' ? `${value}n` : value;
  });
  texts.set(schema, text);
  return text;
}
