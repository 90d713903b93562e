import type { JsonSchema } from '../json-schema';
import type { Schema } from '../schema';
import { Normaliser } from './normaliser';

export { Normaliser };

/**
 * Brings a JSON Schema into the closed set of kinds.
 * @param where the pointer of the schema in its document, for messages.
 * @param models what its references name, where more than their name matters.
 * @throws ContractError for what the set cannot express, with its place.
 */
export const normalise = (
  json: JsonSchema | boolean,
  where = '',
  models: Readonly<Record<string, JsonSchema>> = {},
): Schema => new Normaliser(models).schema(json, where);
