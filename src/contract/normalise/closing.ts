import { ContractError } from '../contract-error';
import type { JsonSchema } from '../json-schema';

/**
 * What `unevaluatedProperties` says of members that neither the schema nor its parts speak of, in words that need no look
 * at other schemas: all names that are spoken of, and what the others must be.
 * @param parts what the schema consists of without the keyword.
 * @throws ContractError where alternatives, or what is not known, may speak of names as well.
 */
export function closing(others: JsonSchema | boolean, parts: readonly JsonSchema[], where: string): JsonSchema {
  if (parts.some(({ oneOf, anyOf, 'x-inexact': inexact }) => (oneOf ?? anyOf ?? inexact) !== undefined))
    throw new ContractError('unevaluatedProperties with alternatives beside it is not supported', {
      where,
      next: 'Write additionalProperties into the alternatives.',
    });
  if (parts.some(({ additionalProperties }) => additionalProperties !== undefined)) return {};
  const names = parts.flatMap(({ properties = {} }) => Object.keys(properties));
  return { properties: Object.fromEntries(names.map((name) => [name, true])), additionalProperties: others };
}
