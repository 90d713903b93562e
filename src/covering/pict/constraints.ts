import { CoveringError } from '../covering-error';
import type { Forbidden } from '../model';
import type { PictParameter } from './parameters';
import { conjunctionsOf, not, type Predicate } from './predicate';
import { isRelation, Terms } from './terms';
import type { Token } from './tokens';

/** A constraint that forbids more combinations of level sets than this is not one that somebody meant. */
const MOST_CONJUNCTIONS = 20_000;

/** Reads constraints by PICT's grammar; AND binds closer than OR, NOT closest. */
class Parser {
  private at = 0;
  private readonly terms: Terms;

  constructor(
    private readonly tokens: readonly Token[],
    parameters: readonly PictParameter[],
  ) {
    this.terms = new Terms(parameters);
  }

  /** What no row may do, constraint by constraint. */
  *violations(): Generator<{ readonly predicate: Predicate; readonly where: string }> {
    while (this.at < this.tokens.length) {
      const where = this.peek()?.where ?? '';
      yield { predicate: this.constraint(), where };
      this.expect('symbol', ';');
    }
  }

  private constraint(): Predicate {
    if (!this.takes('keyword', 'IF')) return not(this.predicate());
    const condition = this.predicate();
    this.expect('keyword', 'THEN');
    const broken: Predicate = { kind: 'all', parts: [condition, not(this.predicate())] };
    if (!this.takes('keyword', 'ELSE')) return broken;
    const otherwise: Predicate = { kind: 'all', parts: [not(condition), not(this.predicate())] };
    return { kind: 'any', parts: [broken, otherwise] };
  }

  private predicate(): Predicate {
    const parts = [this.conjunction()];
    while (this.takes('keyword', 'OR')) parts.push(this.conjunction());
    return { kind: 'any', parts };
  }

  private conjunction(): Predicate {
    const parts = [this.clause()];
    while (this.takes('keyword', 'AND')) parts.push(this.clause());
    return { kind: 'all', parts };
  }

  private clause(): Predicate {
    if (this.takes('keyword', 'NOT')) return not(this.clause());
    if (!this.takes('symbol', '(')) return this.term();
    const inner = this.predicate();
    this.expect('symbol', ')');
    return inner;
  }

  private term(): Predicate {
    const factor = this.terms.factor(this.expect('parameter'));
    if (this.takes('keyword', 'LIKE')) return this.terms.like(factor, this.expect('text'));
    if (this.takes('keyword', 'IN')) return this.terms.among(factor, this.values());
    const relation = this.next();
    if (!isRelation(relation)) throw unexpected(relation, 'a relation such as =');
    const value = this.next();
    if (value.kind === 'parameter') return this.terms.pair(factor, relation, this.terms.factor(value));
    if (value.kind === 'text' || value.kind === 'number') return this.terms.value(factor, relation, value);
    throw unexpected(value, 'a value or a parameter');
  }

  private values(): Token[] {
    this.expect('symbol', '{');
    const values: Token[] = [];
    do {
      const value = this.next();
      if (value.kind !== 'text' && value.kind !== 'number') throw unexpected(value, 'a value');
      values.push(value);
    } while (this.takes('symbol', ','));
    this.expect('symbol', '}');
    return values;
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private next(): Token {
    const token = this.peek();
    if (token !== undefined) {
      this.at++;
      return token;
    }
    const where = this.tokens.at(-1)?.where ?? '';
    throw new CoveringError(`the constraint that ends on ${where} is not complete`, {
      where,
      next: 'A constraint ends with a semicolon.',
    });
  }

  private takes(kind: Token['kind'], text: string): boolean {
    const token = this.peek();
    if (token?.kind !== kind || token.text !== text) return false;
    this.at++;
    return true;
  }

  private expect(kind: Token['kind'], text?: string): Token {
    const token = this.next();
    if (token.kind === kind && (text === undefined || token.text === text)) return token;
    throw unexpected(token, text ?? (kind === 'parameter' ? 'a parameter in [ ]' : 'a text in " "'));
  }
}

const unexpected = ({ text, where }: Token, wanted: string): CoveringError =>
  new CoveringError(`${where} has ${JSON.stringify(text)} where ${wanted} should stand`, { where });

/**
 * What constraints forbid, as conjunctions of level sets.
 * @throws CoveringError where they are not by the grammar, name what is not there, or compare numbers with texts.
 */
export function readConstraints(tokens: readonly Token[], parameters: readonly PictParameter[]): Forbidden[] {
  return [...new Parser(tokens, parameters).violations()].flatMap(({ predicate, where }) => {
    try {
      return conjunctionsOf(predicate, MOST_CONJUNCTIONS);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new CoveringError(`the constraint on ${where} forbids ${error.message}`, {
        where,
        next: 'Write it as several constraints.',
      });
    }
  });
}
