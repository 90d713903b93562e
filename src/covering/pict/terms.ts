import { CoveringError } from '../covering-error';
import { type PictParameter, sameText } from './parameters';
import type { Predicate } from './predicate';
import type { Token } from './tokens';

/** The relations of PICT's constraints: what they ask of how two values compare. */
const RELATIONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Whether a token compares two terms. */
export const isRelation = ({ kind, text }: Token): boolean => kind === 'symbol' && Object.hasOwn(RELATIONS, text);

const orderOf = <Value>(left: Value, right: Value): number => (left < right ? -1 : left > right ? 1 : 0);

/** Numbers by their size, texts without regard to case. */
const compare = (left: string, right: string, isNumeric: boolean): number =>
  isNumeric ? orderOf(Number(left), Number(right)) : orderOf(left.toLowerCase(), right.toLowerCase());

/** The levels of a parameter whose value passes. */
function levelsOf({ values }: PictParameter, passes: (value: string) => boolean): Set<number> {
  return new Set(values.flatMap(({ name }, level) => (passes(name) ? [level] : [])));
}

/** Makes the terms of constraints over some parameters. */
export class Terms {
  constructor(private readonly parameters: readonly PictParameter[]) {}

  /**
   * The factor of a parameter's name.
   * @throws CoveringError where there is none.
   */
  factor({ text, where }: Token): number {
    const factor = this.parameters.findIndex(({ name }) => sameText(name, text));
    if (factor >= 0) return factor;
    throw new CoveringError(`${where} names an unknown parameter, [${text}]`, {
      where,
      next: `The parameters are ${this.parameters.map(({ name }) => name).join(', ')}.`,
    });
  }

  /** A parameter compared to a value. */
  value(factor: number, relation: Token, value: Token): Predicate {
    const parameter = this.parameters[factor] as PictParameter;
    requireType(parameter, value);
    const holds = RELATIONS[relation.text] as (order: number) => boolean;
    return this.term(factor, (own) => holds(compare(own, value.text, parameter.isNumeric)));
  }

  /** A parameter at one of these values. */
  among(factor: number, values: readonly Token[]): Predicate {
    const parameter = this.parameters[factor] as PictParameter;
    for (const value of values) requireType(parameter, value);
    return this.term(factor, (own) => values.some(({ text }) => compare(own, text, parameter.isNumeric) === 0));
  }

  /** A parameter like a text in which `*` stands for anything and `?` for one character. */
  like(factor: number, pattern: Token): Predicate {
    const parts = [...pattern.text].map((character) => {
      if (character === '*') return '.*';
      return character === '?' ? '.' : character.replace(/[\\^$.|+()[\]{}]/, '\\$&');
    });
    const expression = new RegExp(`^${parts.join('')}$`, 'isu');
    return this.term(factor, (own) => expression.test(own));
  }

  /** Two parameters compared. */
  pair(left: number, relation: Token, right: number): Predicate {
    const [one, other] = [this.parameters[left] as PictParameter, this.parameters[right] as PictParameter];
    if (one.isNumeric !== other.isNumeric) throw incomparable(relation.where, `[${one.name}] with [${other.name}]`);
    const holds = RELATIONS[relation.text] as (order: number) => boolean;
    const table = one.values.map(({ name }) => levelsOf(other, (value) => holds(compare(name, value, one.isNumeric))));
    return { kind: 'comparison', left, right, table, size: other.values.length };
  }

  private term(factor: number, passes: (value: string) => boolean): Predicate {
    const parameter = this.parameters[factor] as PictParameter;
    return { kind: 'term', factor, levels: levelsOf(parameter, passes), size: parameter.values.length };
  }
}

function requireType({ name, isNumeric }: PictParameter, { kind, text, where }: Token): void {
  if (isNumeric === (kind === 'number')) return;
  throw incomparable(where, `[${name}] with ${kind === 'number' ? text : JSON.stringify(text)}`);
}

const incomparable = (where: string, what: string): CoveringError =>
  new CoveringError(`${where} compares ${what}: one is a number, the other is not`, {
    where,
    next: 'A parameter is a number where all of its values are; texts stand in quotes, numbers do not.',
  });
