import { CoveringError } from '../covering-error';

/** A value of a parameter as PICT's text has it. */
export interface PictValue {
  /** The first of its names, without the prefix of an invalid value: what constraints compare. */
  readonly name: string;
  readonly isInvalid: boolean;
}

/** A parameter of PICT's text. */
export interface PictParameter {
  readonly name: string;
  readonly values: readonly PictValue[];
  /** All values are numbers: constraints compare them as such. */
  readonly isNumeric: boolean;
}

const WEIGHT = /\s*\(\s*\d+\s*\)$/;

/** Whether PICT takes a value for a number. */
export const isNumber = (text: string): boolean => /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text);

/** PICT looks names up without regard to case. */
export const sameText = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** A value without its weight and its further names, which change nothing of what is combined. */
function readValue(text: string): PictValue {
  const [first = ''] = text.trim().replace(WEIGHT, '').split('|');
  const name = first.trim();
  return name.startsWith('~') ? { name: name.slice(1).trim(), isInvalid: true } : { name, isInvalid: false };
}

/** The values that a word stands for: `<OS_1>` for those of a parameter of that name. */
function valuesOf(word: string, known: readonly PictParameter[]): readonly PictValue[] {
  const reused = /^<(.*)>$/.exec(word.trim())?.[1]?.trim();
  const other = reused === undefined ? undefined : known.find(({ name }) => sameText(name, reused));
  return other?.values ?? [readValue(word)];
}

/**
 * A line `Name: value, value | alias, ~invalid, value (weight)`.
 * @throws CoveringError where it is none, or the name is taken.
 */
export function readParameter(line: string, where: string, known: readonly PictParameter[]): PictParameter {
  const cut = line.indexOf(':');
  if (cut < 0) {
    throw new CoveringError(`${where} is neither a parameter, a sub-model nor a constraint`, {
      where,
      next: 'A parameter is written as Name: value, value.',
    });
  }
  const name = line.slice(0, cut).trim();
  if (known.some((other) => sameText(other.name, name)))
    throw new CoveringError(`${where} defines ${name} a second time`, { where });
  const values = line
    .slice(cut + 1)
    .split(',')
    .flatMap((word) => valuesOf(word, known));
  return { name, values, isNumeric: values.every((value) => isNumber(value.name)) };
}
