import type { JsonSchema } from '../../../contract';
import { type Place, placeAt } from '../place';
import type { Draft } from './draft';
import type { Reading } from './reading';

const COMPOSED = ['$ref', 'allOf', 'oneOf', 'anyOf'];
const TOLD = ['title', 'description', 'deprecated', 'readOnly', 'writeOnly', 'examples', 'default'];

/**
 * `nullable` as JSON Schema says it: null is one more type. Beside a composition, where OpenAPI leaves open what it
 * means, null is one more alternative.
 */
export function nullable(draft: Draft, place: Place, { notes, version }: Reading): JsonSchema {
  const isNullable = draft['nullable'] === true || draft['x-nullable'] === true;
  const { nullable: _, 'x-nullable': __, ...rest } = draft;
  if (!isNullable) return rest as JsonSchema;
  if (version === 'OpenAPI 3.1' && draft['nullable'] === true)
    notes.warn(placeAt(place, 'nullable') ?? place, 'OpenAPI 3.1 has no nullable: it is taken as meant');
  if (COMPOSED.some((keyword) => rest[keyword] !== undefined)) return orNull(rest);
  if (rest['type'] === undefined) return rest as JsonSchema;
  if (Array.isArray(rest['enum']) && !rest['enum'].includes(null))
    notes.warn(place, 'it is nullable, and its enum does not list null: null is not allowed');
  const types = [...new Set([rest['type'], 'null'].flat())];
  return { ...rest, type: types } as unknown as JsonSchema;
}

/** The prose stays outside: it is about the value as a whole. */
function orNull(rest: Draft): JsonSchema {
  const told = Object.entries(rest).filter(([name]) => TOLD.includes(name));
  const judged = Object.entries(rest).filter(([name]) => !TOLD.includes(name));
  return { anyOf: [Object.fromEntries(judged), { type: 'null' }], ...Object.fromEntries(told) } as JsonSchema;
}
