import { CoveringError } from '../covering-error';
import { type Line, placeOf, startOf } from './lines';
import { namedIn, type PictParameter } from './parameters';
import { numberOf, type Syntax } from './syntax';

/** Parameters that are combined among themselves first, and then as one with the others. */
export interface PictSubModel {
  readonly factors: readonly number[];
  /** Where it is not given, the model's. */
  readonly strength: number | undefined;
}

/** A sub-model, or why it is passed over as PICT does. */
export type ReadSubModel = PictSubModel | { readonly warning: string };

const wrong = (line: Line, column: number, what: string): CoveringError => {
  const where = placeOf(line.number, column);
  return new CoveringError(`${where}: ${what}`, { where, next: 'A sub-model is written as { Name, Name } @ 2.' });
};

/** What stands after the brace: nothing, or `@` and a number. */
function strengthIn(line: Line, from: number): number | undefined {
  const rest = line.text.slice(from);
  if (rest.trim() === '') return undefined;
  const column = from + rest.length - rest.trimStart().length + 1;
  const number = numberOf(rest.trim().replace(/^@\s*/, ''));
  const strength = rest.trimStart().startsWith('@') ? Math.floor(number ?? 0) : 0;
  if (strength >= 1) return strength;
  throw wrong(line, column, `${JSON.stringify(rest.trim())} is no strength of a sub-model`);
}

/** The parameters that a list names, and the first name that none has. */
function lookUp(text: string, separator: string, parameters: readonly PictParameter[], syntax: Syntax) {
  const names = text.split(separator).map((name) => name.trim());
  const factors = names.map((name) => namedIn(parameters, name, syntax));
  return { factors, unknown: names[factors.indexOf(-1)] };
}

/**
 * A line `{ Name, Name } @ 3`. Names are parted by commas, or else as values are. One with an unknown name is passed
 * over.
 * @throws CoveringError where it is none, or its strength is above the number of its parameters.
 */
export function readSubModel(line: Line, parameters: readonly PictParameter[], syntax: Syntax): ReadSubModel {
  const [begin, end] = [line.text.indexOf('{'), line.text.indexOf('}')];
  const inner = line.text.slice(begin + 1, end).trim();
  if (inner === '') throw wrong(line, begin + 1, 'a sub-model names no parameter');
  const strength = strengthIn(line, end + 1);
  const [commas, others] = [',', syntax.valueSeparator].map((separator) =>
    lookUp(inner, separator, parameters, syntax),
  ) as [ReturnType<typeof lookUp>, ReturnType<typeof lookUp>];
  const { factors, unknown } = commas.unknown === undefined ? commas : others;
  if (unknown !== undefined) {
    const known = parameters.map(({ name }) => name).join(', ');
    return {
      warning: `${startOf(line)}: the sub-model names an unknown parameter, ${commas.unknown ?? unknown}, and is passed over, as PICT does. The parameters are ${known}.`,
    };
  }
  const distinct = [...new Set(factors)].sort((left, right) => left - right);
  if (strength !== undefined && strength > distinct.length)
    throw wrong(line, end + 2, `combinations of ${strength} are more than the ${distinct.length} parameters here`);
  return { factors: distinct, strength };
}
