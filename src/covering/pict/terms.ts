import { namedIn, type PictParameter, type PictValue } from './parameters';
import type { Predicate } from './predicate';
import { numberOf, type Syntax } from './syntax';

/** What a constraint compares with: a number, or a text in quotes. */
export type Literal = number | string;

/** A term that says something, or what is wrong with it: an unknown name is passed over, all else is refused. */
export type TermOf =
  | Predicate
  | { readonly kind: 'unknown'; readonly name: string; readonly where: string }
  | { readonly kind: 'wrong'; readonly message: string; readonly next: string; readonly where: string };

/** The relations of PICT's constraints: what they ask of how two values compare. */
export const RELATIONS = {
  '=': (order: number) => order === 0,
  '<>': (order: number) => order !== 0,
  '<=': (order: number) => order <= 0,
  '>=': (order: number) => order >= 0,
  '>': (order: number) => order > 0,
  '<': (order: number) => order < 0,
} as const;

/** A relation of two values. */
export type Relation = keyof typeof RELATIONS | 'LIKE';

const NUMBERS =
  'A parameter is a number where the first names of all its values are; texts stand in quotes, numbers do not.';

const isOfType = ({ isNumeric }: PictParameter, value: Literal): boolean => isNumeric === (typeof value === 'number');

/** Whether a text is like another one in which `*` stands for anything and `?` for one character. */
function isLike(text: string, pattern: string): boolean {
  const parts = Array.from(pattern.replaceAll(/\*+/g, '*'), (character) => {
    if (character === '*') return '.*';
    return character === '?' ? '.' : character.replace(/[\\^$.|+()[\]{}/-]/, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'su').test(text);
}

const orderOf = (left: Literal, right: Literal): number =>
  left < right ? -1 : left > right ? 1 : left === right ? 0 : Number.NaN;

/** Makes the terms of constraints over some parameters. */
export class Terms {
  constructor(
    private readonly parameters: readonly PictParameter[],
    private readonly syntax: Syntax,
  ) {}

  /** A parameter's relation to a value. */
  value(name: string, relation: Relation, value: Literal, where: string): TermOf {
    return this.over(name, where, (parameter) => {
      if (relation === 'LIKE' && (parameter.isNumeric || typeof value === 'number')) return wrongLike(parameter, where);
      if (!isOfType(parameter, value)) return wrongType(parameter, value, where);
      return (own) => this.holds(parameter, own, relation, value);
    });
  }

  /** A parameter at one of these values. */
  among(name: string, values: readonly Literal[], where: string): TermOf {
    return this.over(name, where, (parameter) => {
      const other = values.find((value) => !isOfType(parameter, value));
      if (other !== undefined) return wrongType(parameter, other, where);
      return (own) => values.some((value) => this.holds(parameter, own, '=', value));
    });
  }

  /** A parameter at an invalid value, or at a valid one. */
  validity(name: string, isInvalid: boolean, where: string): TermOf {
    return this.over(name, where, () => (own) => own.isInvalid === isInvalid);
  }

  /** Two parameters' relation. */
  pair(name: string, relation: Relation, otherName: string, where: string): TermOf {
    const [left, right] = [name, otherName].map((one) => namedIn(this.parameters, one, this.syntax)) as [
      number,
      number,
    ];
    if (left < 0 || right < 0) return { kind: 'unknown', name: left < 0 ? name : otherName, where };
    const [one, other] = [this.parameters[left] as PictParameter, this.parameters[right] as PictParameter];
    if (relation === 'LIKE' && one.isNumeric) return wrongLike(one, where);
    if (one.isNumeric !== other.isNumeric) {
      const message = `[${one.name}] is compared with [${other.name}]: one is a number, the other is not`;
      return { kind: 'wrong', message, next: NUMBERS, where };
    }
    if (left === right) {
      const next = 'Compare it with another parameter, or with a value.';
      return { kind: 'wrong', message: `[${one.name}] is compared with itself`, next, where };
    }
    const table = one.values.map((own) =>
      levelsOf(other, ({ names: [text] }) => this.holds(one, own, relation, literalOf(other, text))),
    );
    return { kind: 'comparison', left, right, table, size: other.values.length };
  }

  private over(
    name: string,
    where: string,
    passes: (parameter: PictParameter) => ((own: PictValue) => boolean) | TermOf,
  ): TermOf {
    const factor = namedIn(this.parameters, name, this.syntax);
    const parameter = this.parameters[factor];
    if (parameter === undefined) return { kind: 'unknown', name, where };
    const test = passes(parameter);
    if (typeof test !== 'function') return test;
    return { kind: 'term', factor, levels: levelsOf(parameter, test), size: parameter.values.length };
  }

  private holds(parameter: PictParameter, { names: [name] }: PictValue, relation: Relation, value: Literal): boolean {
    const { fold } = this.syntax;
    const [own, other] = parameter.isNumeric ? [numeric(name), value] : [fold(name), fold(String(value))];
    return relation === 'LIKE' ? isLike(String(own), String(other)) : RELATIONS[relation](orderOf(own, other));
  }
}

const numeric = (name: string): number => numberOf(name) ?? Number.NaN;

/** A name as constraints compare it. */
const literalOf = ({ isNumeric }: PictParameter, name: string): Literal => (isNumeric ? numeric(name) : name);

function levelsOf({ values }: PictParameter, passes: (value: PictValue) => boolean): Set<number> {
  return new Set(values.flatMap((value, level) => (passes(value) ? [level] : [])));
}

const wrongType = ({ name }: PictParameter, value: Literal, where: string): TermOf => ({
  kind: 'wrong',
  message: `[${name}] is compared with ${JSON.stringify(value)}: one is a number, the other is not`,
  next: NUMBERS,
  where,
});

const wrongLike = ({ name }: PictParameter, where: string): TermOf => ({
  kind: 'wrong',
  message: `[${name}] is compared by LIKE, which takes texts alone`,
  next: 'Compare numbers with =, <, >, or IN.',
  where,
});
