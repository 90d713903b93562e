/** A contract, or a document it is made from, that cannot be used. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  /** The place: a JSON pointer, a file with its line, or a model's name. */
  readonly where: string | undefined;
  /** What the reader can do about it, as a sentence. */
  readonly next: string | undefined;

  constructor(message: string, details: { where?: string; next?: string } = {}) {
    super(message);
    this.where = details.where;
    this.next = details.next;
  }
}

/** What work gives; where it ends with a ContractError, what stands in its place. @throws whatever else it throws. */
export function unlessRefused<T>(work: () => T, instead: (error: ContractError) => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ContractError) return instead(error);
    throw error;
  }
}
