const TOKEN = /\s*([{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+)/y;

/** Walks over the tokens of a JSON text, one after the other, and says where each stands. The text must be JSON. */
export class JsonTokens {
  /** The token: a bracket, comma or colon, a text with its quotes, a number, `true`, `false`, `null`; `''` at the end. */
  text = '';
  /** Where the token begins, after the blanks before it. */
  start = 0;
  end = 0;

  /** Begins with the token that stands at `from`, or after the blanks there. */
  constructor(
    private readonly source: string,
    from = 0,
  ) {
    this.end = from;
    this.next();
  }

  /** Goes on to the next token. */
  next(): void {
    TOKEN.lastIndex = this.end;
    this.text = TOKEN.exec(this.source)?.[1] ?? '';
    this.end = this.text === '' ? this.source.length : TOKEN.lastIndex;
    this.start = this.end - this.text.length;
  }

  /**
   * Goes past the value that begins here, and returns where it ends. Counts brackets instead of recurring: depth is a
   * case like any other.
   */
  skipValue(): number {
    let depth = 0;
    let end: number;
    do {
      if (this.text === '') return this.source.length;
      if (this.text === '{' || this.text === '[') depth += 1;
      if (this.text === '}' || this.text === ']') depth -= 1;
      end = this.end;
      this.next();
    } while (depth > 0);
    return end;
  }

  /** Goes past the name and the colon of the member that begins here, and returns the name. */
  takeName(): string {
    const name = JSON.parse(this.text) as string;
    this.next();
    this.next();
    return name;
  }
}
