import { CoveringError } from '../covering-error';
import { type Line, placeOf } from './lines';
import { leadingNumber } from './syntax';

/** Characters that a backslash keeps from their meaning in a name or a text. */
const ESCAPED = '\\"]';

/**
 * Walks through constraints as PICT does: lines stand together as one text, and words need nothing between them. Keeps
 * the place of each character, for messages.
 */
export class Scanner {
  private readonly text: string;
  private at = 0;
  /** By line, how much text stands before it. */
  private readonly starts: readonly number[];

  constructor(private readonly lines: readonly Line[]) {
    this.text = lines.map(({ text }) => text).join('');
    let length = 0;
    this.starts = lines.map(({ text }) => {
      const start = length;
      length += text.length;
      return start;
    });
  }

  /** Whether nothing is left but white space. */
  get isAtEnd(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }

  /** The place of what comes next. */
  get where(): string {
    this.skip();
    return this.place(this.at);
  }

  /** Steps over a word or sign, in any case. False where something else comes. */
  takes(word: string): boolean {
    if (!this.sees(word)) return false;
    this.at += word.length;
    return true;
  }

  /** Whether a word or sign comes next. */
  sees(word: string): boolean {
    this.skip();
    return this.text.slice(this.at, this.at + word.length).toUpperCase() === word;
  }

  /**
   * Steps over a word or sign.
   * @throws CoveringError where something else comes.
   */
  expect(word: string, wanted: string, next?: string): void {
    if (!this.takes(word)) throw this.unexpected(wanted, next);
  }

  /**
   * Reads up to a closing sign, and over it.
   * @throws CoveringError where it is missing, or a backslash stands before what needs none.
   */
  textUpTo(closing: string): string {
    const where = this.place(this.at);
    let read = '';
    for (;;) {
      const character = this.text.charAt(this.at);
      this.at++;
      if (character === closing) return read;
      if (character === '') {
        const next = `Close it with ${closing}.`;
        throw new CoveringError(`${where}: what begins here is never closed`, { where, next });
      }
      read += character === '\\' ? this.escaped() : character;
    }
  }

  /** Reads a number; `undefined` where none comes. */
  number(): number | undefined {
    this.skip();
    const found = leadingNumber(this.text.slice(this.at));
    this.at += found?.length ?? 0;
    return found?.value;
  }

  /** What stands where something else should. */
  unexpected(
    wanted: string,
    next = 'A constraint is written as IF [A] = "x" THEN [B] <> "y"; and ends with ;.',
  ): CoveringError {
    const { where } = this;
    const rest = this.text.slice(this.at, this.at + 20);
    const found = rest === '' ? 'the constraints end' : `${JSON.stringify(rest)} stands`;
    return new CoveringError(`${where}: ${found} where ${wanted} should stand`, { where, next });
  }

  private escaped(): string {
    const character = this.text.charAt(this.at);
    const where = this.place(this.at - 1);
    if (character === '' || !ESCAPED.includes(character)) {
      const next = 'Write \\\\ for a backslash itself; it stands before \\, " and ] only.';
      throw new CoveringError(`${where}: the backslash stands before ${JSON.stringify(character)}`, { where, next });
    }
    this.at++;
    return character;
  }

  private skip(): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PICT takes them for white space.
    while (/[\s\x00-\x1f\x7f]/.test(this.text.charAt(this.at))) this.at++;
  }

  private place(at: number): string {
    const index = Math.max(
      0,
      this.starts.findLastIndex((start) => start <= at),
    );
    return placeOf(this.lines[index]?.number ?? 1, at - (this.starts[index] ?? 0) + 1);
  }
}
