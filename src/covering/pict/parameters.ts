import { CoveringError } from '../covering-error';
import { type Line, placeOf, startOf } from './lines';
import { numberOf, type Syntax } from './syntax';

/** A value of a parameter as PICT's text has it. */
export interface PictValue {
  /** Its names, without the prefix of an invalid value. Constraints compare the first. */
  readonly names: readonly [string, ...string[]];
  readonly isInvalid: boolean;
  /** How often PICT takes it where all values cover as much, beside others. */
  readonly weight: number;
}

/** A parameter of PICT's text. */
export interface PictParameter {
  readonly name: string;
  readonly values: readonly PictValue[];
  /** Whether all values are numbers: constraints compare them as such. */
  readonly isNumeric: boolean;
  /** Combinations of so many parameters are covered with it, where that is not the model's strength. */
  readonly strength: number | undefined;
  /** Whether it is what a row should give, and no input: its name begins with `$`. */
  readonly isResult: boolean;
}

const WEIGHT = /^(.*)\(\s*([^()]*)\)$/s;

/** A value with its weight apart: `value (3)`. */
export function weighed(text: string): { readonly rest: string; readonly weight: number } {
  const [, rest = '', number = ''] = WEIGHT.exec(text) ?? [];
  const weight = Math.floor(numberOf(number.trim()) ?? 0);
  return weight > 0 ? { rest: rest.trim(), weight } : { rest: text, weight: 1 };
}

function readValue(text: string, { aliasSeparator, invalidPrefix }: Syntax): PictValue {
  const { rest, weight } = weighed(text.trim());
  const [first = '', ...others] = rest.split(aliasSeparator).map((name) => name.trim());
  const isInvalid = first.startsWith(invalidPrefix);
  const name = isInvalid ? first.slice(invalidPrefix.length).trim() : first;
  return { names: [name, ...others], isInvalid, weight };
}

/** Finds the parameter of a name. */
export const namedIn = (parameters: readonly PictParameter[], name: string, { fold }: Syntax): number =>
  parameters.findIndex((parameter) => fold(parameter.name) === fold(name));

/** The values that a word stands for: `<OS_1>` for those of a parameter of that name. */
function valuesOf(word: string, known: readonly PictParameter[], syntax: Syntax): readonly PictValue[] {
  const reused = /^<(.*)>$/.exec(word.trim())?.[1];
  const other = reused === undefined ? undefined : known[namedIn(known, reused, syntax)];
  return other?.values ?? [readValue(word, syntax)];
}

/** A name with the strength that may stand after it: `Name @ 3`. */
function named(text: string): Pick<PictParameter, 'name' | 'strength'> {
  const [name = '', order = '', ...more] = text.split('@');
  const strength = Math.floor(numberOf(order) ?? 0);
  if (more.length > 0 || numberOf(order) === undefined) return { name: text, strength: undefined };
  return { name: name.trim(), strength: strength >= 1 ? strength : undefined };
}

/** Where the name ends: at a colon, or else at the first separator. */
const nameEnd = (text: string, { valueSeparator }: Syntax): number => {
  const colon = text.indexOf(':');
  return colon >= 0 ? colon : text.indexOf(valueSeparator);
};

function requireUsable(parameter: PictParameter, line: Line, known: readonly PictParameter[], syntax: Syntax): void {
  const where = startOf(line);
  if (namedIn(known, parameter.name, syntax) >= 0) {
    const next = `Rename it${syntax.fold('a') === 'a' ? '' : ', or tell names apart by case (--case-sensitive)'}.`;
    throw new CoveringError(`${where}: ${parameter.name} is defined a second time`, { where, next });
  }
  if (!parameter.values.every(({ isInvalid }) => isInvalid)) return;
  throw new CoveringError(`${where}: ${parameter.name} has no valid value`, {
    where,
    next: `Give it one without ${syntax.invalidPrefix}, or name another prefix (--invalid-prefix).`,
  });
}

/**
 * A line `Name: value, value | alias, ~invalid, value (weight)`, or with a comma after the name.
 * @throws CoveringError where it is none, the name is taken, or no value is valid.
 */
export function readParameter(line: Line, known: readonly PictParameter[], syntax: Syntax): PictParameter {
  const cut = nameEnd(line.text, syntax);
  if (cut < 0) {
    const where = placeOf(line.number, line.text.trimEnd().length + 1);
    throw new CoveringError(`${where}: a parameter needs a value`, {
      where,
      next: `It is written as Name: value${syntax.valueSeparator} value. A constraint begins with IF, [ or (.`,
    });
  }
  const { name, strength } = named(line.text.slice(0, cut).trim());
  const values = line.text
    .slice(cut + 1)
    .split(syntax.valueSeparator)
    .flatMap((word) => valuesOf(word, known, syntax));
  const isNumeric = values.every(({ names: [first] }) => numberOf(first) !== undefined);
  const parameter = { name, values, isNumeric, strength, isResult: name.startsWith('$') };
  requireUsable(parameter, line, known, syntax);
  return parameter;
}
