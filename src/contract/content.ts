import type { JsonSchema } from './json-schema';
import type { Schema } from './schema';

/** A body of one media type, beside the one that cases are made of. */
export interface Content {
  /** As the document has it, a range such as `text/*` too. */
  readonly mediaType: string;
  /** Of the body as data, whatever it is written as; absent where nothing is said of it. */
  readonly schema?: Schema;
}

/** A body of one media type, as people write it. */
export interface ContentSource {
  readonly mediaType: string;
  readonly schema?: JsonSchema;
}

/** What may be sent beside JSON, or in its place where the operation has no `request`. */
export interface OtherContent<C = Content> {
  readonly required: boolean;
  readonly types: readonly C[];
}
