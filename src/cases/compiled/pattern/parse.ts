/** A pattern as a tree. What only limits a match (look-around, `\b`, an anchor inside) is `limit`: it draws nothing. */
export type Part =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'set'; readonly source: string }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'limit' };

/** Says that a pattern has a part that texts cannot be drawn for. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
}

const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v', f: '\f', 0: '\0' };

const BRACES = /\{(\d+)(?:(,)(\d*))?\}/y;
const GROUP = /\((?:\?(?:(:|<[A-Za-z_$][\w$]*>)|(<?[=!])))?/y;
const ESCAPE = /\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|c([A-Za-z])|[pP]\{[^}]*\}|(.))/suy;

/** Reads a pattern that is a legal regular expression. */
class PatternReader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  read(): readonly (readonly Part[])[] {
    const options = this.options();
    if (this.at < this.pattern.length) throw new PatternProblem(`${this.pattern.slice(this.at)} is out of place`);
    return options;
  }

  private options(): Part[][] {
    const options: Part[][] = [[]];
    for (let here = this.peek(); here !== '' && here !== ')'; here = this.peek()) {
      if (here === '|') {
        this.at += 1;
        options.push([]);
      } else (options.at(-1) as Part[]).push(this.repeated());
    }
    return options;
  }

  private peek(): string {
    return this.pattern.charAt(this.at);
  }

  /** What a sticky expression finds here; the place moves behind it. */
  private take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.pattern);
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }

  private repeated(): Part {
    let part = this.atom();
    for (let bounds = this.quantifier(); bounds !== undefined; bounds = this.quantifier()) {
      if (this.peek() === '?') this.at += 1;
      part = part.kind === 'limit' ? part : { kind: 'repeat', part, ...bounds };
    }
    return part;
  }

  private quantifier(): { min: number; max: number } | undefined {
    const sign = this.peek();
    const bounds = { '*': { min: 0, max: Infinity }, '+': { min: 1, max: Infinity }, '?': { min: 0, max: 1 } }[sign];
    if (bounds !== undefined) {
      this.at += 1;
      return bounds;
    }
    const braces = this.take(BRACES);
    if (braces === undefined) return undefined;
    const min = Number(braces[1]);
    if (braces[2] === undefined) return { min, max: min };
    return { min, max: braces[3] === '' ? Infinity : Number(braces[3]) };
  }

  private atom(): Part {
    const here = this.peek();
    if (here === '(') return this.group();
    if (here === '[') return this.set();
    if (here === '\\') return this.escape();
    const point = String.fromCodePoint(this.pattern.codePointAt(this.at) as number);
    this.at += point.length;
    if (point === '^') return { kind: 'start' };
    if (point === '$') return { kind: 'end' };
    return point === '.' ? { kind: 'set', source: '.' } : { kind: 'literal', text: point };
  }

  private group(): Part {
    const opening = this.take(GROUP) as RegExpExecArray;
    if (this.peek() === '?') throw new PatternProblem(`the group ${this.pattern.slice(this.at - 1)} is not known`);
    const options = this.options();
    if (this.peek() !== ')') throw new PatternProblem('a group does not end');
    this.at += 1;
    return opening[2] === undefined ? { kind: 'choice', options } : { kind: 'limit' };
  }

  private set(): Part {
    const from = this.at;
    do this.at += this.peek() === '\\' ? 2 : 1;
    while (this.peek() !== ']' && this.peek() !== '');
    this.at += 1;
    return { kind: 'set', source: this.pattern.slice(from, this.at) };
  }

  private escape(): Part {
    const found = this.take(ESCAPE);
    if (found === undefined) throw new PatternProblem('an escape does not end');
    const [whole, braced, four, two, control, other] = found;
    const hex = braced ?? four ?? two;
    if (hex !== undefined) return { kind: 'literal', text: String.fromCodePoint(Number.parseInt(hex, 16)) };
    if (control !== undefined) return { kind: 'literal', text: String.fromCharCode(control.charCodeAt(0) % 32) };
    if (other === undefined || /[dDwWsS]/.test(other)) return { kind: 'set', source: whole };
    if (/[bB]/.test(other)) return { kind: 'limit' };
    if (/[1-9k]/.test(other)) throw new PatternProblem('a back-reference cannot be drawn for');
    return { kind: 'literal', text: CONTROLS[other] ?? other };
  }
}

/**
 * The options of a pattern, each a sequence of parts.
 * @throws PatternProblem where it has a part that texts cannot be drawn for.
 */
export const parsePattern = (pattern: string): readonly (readonly Part[])[] => new PatternReader(pattern).read();
