/** A factor model, a covering array of it, or a text in PICT's format that cannot be used. */
export class CoveringError extends Error {
  override readonly name = 'CoveringError';
  /** The place: a factor, a constraint's number, or a line of the text. */
  readonly where: string | undefined;
  /** What the reader can do about it, as a sentence. */
  readonly next: string | undefined;

  constructor(message: string, details: { where?: string; next?: string } = {}) {
    super(message);
    this.where = details.where;
    this.next = details.next;
  }
}

/** Goals that ask for more combinations than can be held. */
export class TooManyCombinations extends CoveringError {
  constructor(what: string) {
    super(`${what} are more than can be covered`, { next: 'Lower the strength, or name fewer factors.' });
  }
}

/** A row to keep that the constraints do not allow. */
export const keptError = (index: number): CoveringError =>
  new CoveringError(`kept row ${index + 1} breaks a constraint`, {
    where: `kept row ${index + 1}`,
    next: 'Leave the row out, or change the constraint.',
  });
