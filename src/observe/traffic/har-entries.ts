const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c];

/** How deep the entries of a HAR stand: in the document, in `log`, in `entries`. */
const DEPTH = 3;

/** Longer names than this at the outside of a HAR are none of its own. */
const LONGEST_NAME = 100;

/**
 * Finds the entries of a HAR 1.2 in a stream of bytes: each item of `log.entries` as its own text. Holds no more than one
 * entry, so that the size of the file does not matter.
 */
export class HarEntries {
  private depth = 0;
  private isInString = false;
  private isEscaped = false;
  /** The name that is being read, at the outside; and the last one that was. */
  private name = '';
  private isNaming = false;
  /** The names of the members that are open: `log`, `entries`. */
  private readonly path: string[] = [];
  /** Whether the list that is open is that of the entries. */
  private isInEntries = false;
  private kept: Buffer[] = [];
  private from = -1;
  /** Whether `log.entries` was found. */
  isFound = false;
  /** Whether `log.entries` came to its end. */
  isWhole = false;

  /** Takes the next bytes, and gives the entries that end in them. */
  push(chunk: Buffer): Buffer[] {
    const entries: Buffer[] = [];
    this.from = this.kept.length > 0 ? 0 : -1;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (this.isInString) {
        at = this.isDeep ? this.pastText(chunk, at) : this.inName(byte, at);
        continue;
      }
      if (byte === QUOTE) this.beginString();
      else if (byte === OPEN || byte === OPEN_LIST) this.open(byte, at);
      else if (byte === CLOSE || byte === CLOSE_LIST) this.close(chunk, at, entries);
      else if (byte === COMMA && this.depth < DEPTH) this.isNaming = true;
    }
    if (this.from >= 0) this.kept.push(chunk.subarray(this.from));
    return entries;
  }

  private get isDeep(): boolean {
    return this.from >= 0 || this.depth > DEPTH;
  }

  private beginString(): void {
    this.isInString = true;
    this.isEscaped = false;
    if (!this.isDeep && this.isNaming) this.name = '';
  }

  /** Goes to the end of a text, or of the chunk; here most of the bytes of a HAR are passed. */
  private pastText(chunk: Buffer, from: number): number {
    let at = from;
    if (this.isEscaped) {
      this.isEscaped = false;
      at += 1;
    }
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) {
        this.isInString = false;
        return at;
      }
    }
    this.isEscaped = at > chunk.length;
    return chunk.length;
  }

  private inName(byte: number, at: number): number {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) {
      this.isInString = false;
      this.isNaming = false;
    } else if (this.isNaming && this.name.length < LONGEST_NAME) this.name += String.fromCharCode(byte);
    return at;
  }

  private open(byte: number, at: number): void {
    if (this.isInEntries && this.depth === DEPTH && byte === OPEN) this.from = at;
    this.depth += 1;
    if (this.depth > DEPTH) return;
    if (this.depth === 2) this.path[0] = this.name;
    if (this.depth === DEPTH) {
      this.path[1] = this.name;
      this.isInEntries = byte === OPEN_LIST && this.path.join('/') === 'log/entries';
      this.isFound ||= this.isInEntries;
    }
    this.isNaming = byte === OPEN;
  }

  private close(chunk: Buffer, at: number, entries: Buffer[]): void {
    this.depth -= 1;
    if (this.depth === DEPTH && this.from >= 0) {
      const last = chunk.subarray(this.from, at + 1);
      entries.push(this.kept.length === 0 ? last : Buffer.concat([...this.kept, last]));
      this.kept = [];
      this.from = -1;
    }
    if (this.depth === DEPTH - 1) {
      this.isWhole ||= this.isInEntries;
      this.isInEntries = false;
    }
  }
}
