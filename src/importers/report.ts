/** Something about a document that its reader should know. */
export interface DocumentWarning {
  /** `file:line`, or `file` with a pointer. */
  readonly where: string;
  readonly message: string;
  /** The model that the document names and does not have: nothing to tell once the contract says what it is. */
  readonly open?: string;
}

/** What became of one file: nothing is dropped silently. */
export interface FileReport {
  readonly file: string;
  /** Rows of a page, or schemas of an API document. */
  readonly read: number;
  readonly skipped: number;
  readonly warnings: readonly DocumentWarning[];
}
