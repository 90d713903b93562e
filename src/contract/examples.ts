import { type InnerSchema, schemasIn } from './inner-schemas';
import type { JsonValue } from './json';
import type { Schema } from './schema';

/** An example that a document gives: its value, the schema that it stands beside, and where. */
export interface DocumentedExample extends InnerSchema {
  readonly value: JsonValue;
}

/** The examples that a schema gives, its own first, then those of the schemas within it. */
export const examplesIn = (schema: Schema): DocumentedExample[] =>
  schemasIn(schema).flatMap((inner) => (inner.schema.examples ?? []).map((value) => ({ ...inner, value })));
