import { CoveringError } from '../covering-error';
import type { Model } from '../model';
import { readConstraints } from './constraints';
import { type PictParameter, readParameter } from './parameters';
import { goalsOf, readSubModel, type SubModel } from './sub-models';
import { tokensOf } from './tokens';

/** A line that constraints begin with: they are the last part of a model. */
const CONSTRAINT = /^\s*(?:\[|\(|IF\s*(?:$|\[|\()|IF\s+NOT\b|NOT\s*(?:$|\[|\()|NOT\s+NOT\b)/i;
const SUB_MODEL = /^\s*\{/;

/**
 * Reads a model in PICT's text format: parameters, sub-models, constraints. Weights and further names of a value are
 * left out, since they change nothing of what is covered. Invalid values (`~`) are each covered in rows of their own,
 * in combinations of the same strength.
 * @param strength PICT's option /o: combinations of so many parameters.
 * @throws CoveringError with the line where the text is no model.
 */
export function readPict(text: string, strength = 2): Model {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => [index + 1, line] as const)
    .filter(([, line]) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const first = lines.findIndex(([, line]) => CONSTRAINT.test(line));
  const end = first < 0 ? lines.length : first;
  const parameters: PictParameter[] = [];
  const subModels: SubModel[] = [];
  for (const [number, line] of lines.slice(0, end)) {
    const where = `line ${number}`;
    if (SUB_MODEL.test(line)) subModels.push(readSubModel(line, where, parameters));
    else parameters.push(readParameter(line, where, parameters));
  }
  if (parameters.length === 0) throw new CoveringError('the text has no parameter', { next: NO_PARAMETER });
  return {
    factors: parameters.map(({ name, values }) => ({
      name,
      levels: values.map((value) => (value.isInvalid ? { name: value.name, invalid: true } : value.name)),
    })),
    forbidden: readConstraints(tokensOf(lines.slice(end)), parameters),
    goals: goalsOf(subModels, parameters.length, strength),
    negativeStrength: Math.min(strength, parameters.length),
  };
}

const NO_PARAMETER = 'A parameter is a line such as Name: value, value.';
