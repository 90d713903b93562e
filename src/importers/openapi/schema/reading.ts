import type { Library } from '../library';
import type { Notes } from '../notes';
import type { Place } from '../place';

/** The generation of a document: each has its own dialect of JSON Schema. */
export type Version = 'Swagger 2.0' | 'OpenAPI 3.0' | 'OpenAPI 3.1';

/** What reading a schema needs to know of its surroundings. */
export interface Reading {
  readonly library: Library;
  readonly version: Version;
  readonly notes: Notes;
  /** The model, or the part of an operation, that is being read. */
  readonly model: string;
  /** The name under which the schema at a place is a model of the contract. */
  readonly nameOf: (place: Place) => string;
  /** Whether all of the document is read, for a comparison. */
  readonly isWhole: boolean;
}
