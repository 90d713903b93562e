import { CoveringError } from '../covering-error';

/** A line of a text, by its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The three parts of a model, in the order in which they stand. Empty lines and comments are left out. */
export interface Sections {
  readonly parameters: readonly Line[];
  readonly subModels: readonly Line[];
  readonly constraints: readonly Line[];
}

/** A place in a text, in words. */
export const placeOf = (line: number, column: number): string => `line ${line}, column ${column}`;

/** The place where a line's text begins. */
export const startOf = ({ number, text }: Line): string => placeOf(number, text.length - text.trimStart().length + 1);

const isSubModel = ({ text }: Line): boolean => /^\s*\{.*\}/.test(text);

/**
 * A line that constraints begin with: they are the last part of a model. After PICT's own patterns: IF alone, or with
 * brackets or a function after it; a bracket; a parenthesis with brackets after it. Those that begin with NOT or a
 * function are no parameters either, though PICT knows them only after another constraint.
 */
const isConstraint = ({ text }: Line): boolean =>
  /^\s*(?:IF\s*$|IF.*\[.*\]|IF.*IS(?:NEGATIVE|POSITIVE)\s*(?:$|.*\()|\[.*\]|\(.*\[.*\]|\(\s*IS(?:NEGATIVE|POSITIVE)\s*\(|NOT\s*(?:$|\[|\()|NOT\s+(?:NOT|IS(?:NEGATIVE|POSITIVE))\b|IS(?:NEGATIVE|POSITIVE)\s*\()/i.test(
    text,
  );

/** The lines of a text that say something. */
const linesOf = (text: string): Line[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '' && !line.text.trimStart().startsWith('#'));

/**
 * Splits a text into its parts.
 * @throws CoveringError where something other than a sub-model follows one, before the constraints begin.
 */
export function sectionsOf(text: string): Sections {
  const lines = linesOf(text);
  const before = (index: number): number => (index < 0 ? lines.length : index);
  const constraints = before(lines.findIndex(isConstraint));
  const subModels = Math.min(constraints, before(lines.findIndex(isSubModel)));
  const stray = lines.slice(subModels, constraints).find((line) => !isSubModel(line));
  if (stray !== undefined) {
    throw new CoveringError(`${startOf(stray)}: a sub-model should stand here`, {
      where: startOf(stray),
      next: 'Parameters come first, then sub-models such as { Name, Name } @ 2, then constraints.',
    });
  }
  return {
    parameters: lines.slice(0, subModels),
    subModels: lines.slice(subModels, constraints),
    constraints: lines.slice(constraints),
  };
}
