import { type Meaning, STRING_FORMATS } from './formats';
import type { Schema } from './schema';

/** Returns what the texts of a schema stand for, as its format says; `undefined` where they are just texts, or none. */
export const meaningOf = (schema: Schema): Meaning | undefined =>
  schema.kind === 'string' ? STRING_FORMATS.get(schema.format ?? '')?.means : undefined;
