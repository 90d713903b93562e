import { CoveringError } from '../covering-error';

/** A word of a constraint. */
export interface Token {
  readonly kind: 'parameter' | 'text' | 'number' | 'symbol' | 'keyword';
  /** Without brackets and quotes; keywords in capitals. */
  readonly text: string;
  /** The line it stands on: `line 3`. */
  readonly where: string;
}

const PATTERNS: readonly (readonly [kind: Token['kind'], pattern: RegExp])[] = [
  ['parameter', /\[([^\]\n]*)\]/y],
  ['text', /"([^"\n]*)"/y],
  ['number', /([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?![\w.])/iy],
  ['symbol', /(<>|<=|>=|[=<>(){},;])/y],
  ['keyword', /(IF|THEN|ELSE|AND|OR|NOT|LIKE|IN)(?!\w)/iy],
];

function tokenAt(text: string, from: number, where: string): { token: Token; end: number } | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.[1];
    if (found === undefined) continue;
    const word = kind === 'keyword' ? found.toUpperCase() : found.trim();
    return { token: { kind, text: kind === 'text' ? found : word, where }, end: pattern.lastIndex };
  }
  return undefined;
}

/**
 * The words of constraints, comments left out.
 * @param lines of the text, by their number.
 * @throws CoveringError where something is no word.
 */
export function tokensOf(lines: readonly (readonly [number: number, line: string])[]): Token[] {
  return lines.flatMap(([number, line]) => {
    const where = `line ${number}`;
    const tokens: Token[] = [];
    for (let at = 0; at < line.length; ) {
      if (/\s/.test(line.charAt(at))) {
        at++;
        continue;
      }
      const found = tokenAt(line, at, where);
      if (found === undefined) {
        throw new CoveringError(`${where} holds ${JSON.stringify(line.slice(at, at + 20))}, which is no constraint`, {
          where,
          next: 'Parameters stand in [ ], texts in " ", and a constraint ends with a semicolon.',
        });
      }
      tokens.push(found.token);
      at = found.end;
    }
    return tokens;
  });
}
