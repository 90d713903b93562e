import { type Definitions, type JsonValue, type Operation, resolve } from '../../contract';

/** The character classes of a regular expression: `[A-Za-z0-9_.-]`. */
const CLASSES = /\[(?!\^)((?:\\.|[^\]\\])*)\]/g;

/** The signs that a pattern lists: those that a service's own pattern may have forgotten. */
function signsIn(pattern: string): string {
  const listed = [...pattern.matchAll(CLASSES)].map(([, inside = '']) =>
    inside.replace(/[^\W_]-[^\W_]|\\[a-zA-Z]|[^\W_]/g, ''),
  );
  return [...new Set(listed.join('').replaceAll('\\', ''))].filter((sign) => /[!-~]/.test(sign)).join('');
}

function patternOf({ request }: Operation, name: string, definitions: Definitions): string | undefined {
  const body = request === undefined ? undefined : resolve(request.schema, definitions);
  const property = body?.kind === 'object' ? body.properties.find((one) => one.name === name) : undefined;
  const schema = property === undefined ? undefined : resolve(property.schema, definitions);
  return schema?.kind === 'string' ? schema.pattern : undefined;
}

/**
 * Values for a member, the most telling first: a text in capitals, since all others are in small letters, with each
 * sign that its pattern lists. Whoever takes one need not be allowed the next.
 */
export function tellingValues(
  value: JsonValue,
  name: string,
  operation: Operation,
  definitions: Definitions,
): JsonValue[] {
  if (typeof value !== 'string') return [value];
  const pattern = patternOf(operation, name, definitions);
  const capitals = value.toUpperCase();
  return [...(pattern === undefined ? [] : [capitals + signsIn(pattern)]), capitals, value];
}
