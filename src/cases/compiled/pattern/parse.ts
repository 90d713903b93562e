import type { AST, RegExpParser } from '@eslint-community/regexpp';

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

let parser: RegExpParser | undefined;

/** The parser, loaded at the first use: most contracts have no pattern. */
function regExpParser(): RegExpParser {
  const { RegExpParser: Parser } = require('@eslint-community/regexpp') as typeof import('@eslint-community/regexpp');
  parser ??= new Parser();
  return parser;
}

function assertion({ kind }: AST.Assertion): Part {
  return { kind: kind === 'start' || kind === 'end' ? kind : 'limit' };
}

function repeated({ element, min, max }: AST.Quantifier): Part {
  const part = partOf(element);
  return part.kind === 'limit' ? part : { kind: 'repeat', part, min, max };
}

function partOf(element: AST.Element): Part {
  switch (element.type) {
    case 'Character':
      return { kind: 'literal', text: String.fromCodePoint(element.value) };
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return { kind: 'set', source: element.raw };
    case 'Group':
    case 'CapturingGroup':
      return { kind: 'choice', options: optionsOf(element.alternatives) };
    case 'Quantifier':
      return repeated(element);
    case 'Assertion':
      return assertion(element);
    case 'Backreference':
      throw new PatternProblem('a back-reference cannot be drawn for');
  }
}

const optionsOf = (alternatives: readonly AST.Alternative[]): readonly (readonly Part[])[] =>
  alternatives.map(({ elements }) => elements.map(partOf));

function parsed(pattern: string, flags: string): AST.Pattern {
  const read = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  try {
    return regExpParser().parsePattern(pattern, 0, pattern.length, read);
  } catch (error) {
    throw new PatternProblem((error as Error).message);
  }
}

/**
 * Returns the options of a pattern, each a sequence of parts.
 * @throws PatternProblem where it has a part that texts cannot be drawn for, or is not legal.
 */
export const parsePattern = (pattern: string, flags: string): readonly (readonly Part[])[] =>
  optionsOf(parsed(pattern, flags).alternatives);
