/** A schema on the way from the document's words to those of a contract. */
export type Draft = Record<string, unknown>;
