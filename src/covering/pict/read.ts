import { CoveringError } from '../covering-error';
import type { Factor, Level, Model, SubModel } from '../model';
import { readConstraints } from './constraints';
import { type Line, sectionsOf } from './lines';
import { type PictParameter, type PictValue, readParameter } from './parameters';
import { goalsOf } from './strengths';
import { type PictSubModel, type ReadSubModel, readSubModel } from './sub-models';
import { type PictSyntax, type Syntax, syntaxOf } from './syntax';

/** What a text in PICT's format says, and what of it was passed over. */
export interface PictModel {
  readonly model: Model;
  /** Sub-models and constraints that name an unknown parameter, each with its place. */
  readonly warnings: readonly string[];
}

/** How a text is to be read. */
export interface PictOptions extends PictSyntax {
  /** PICT's option /o: combinations of so many parameters, or units; 2, or as many as there are, where it is not given. */
  readonly strength?: number | undefined;
}

/** PICT's strength where nothing is said. */
const USUAL_STRENGTH = 2;

/**
 * Reads a model in PICT's text format: parameters, sub-models, constraints. Invalid values (`~`) are each covered in
 * rows of their own, in combinations of the same strength.
 * @throws CoveringError with line and column where the text is no model.
 */
export function readPict(text: string, options: PictOptions = {}): PictModel {
  const syntax = syntaxOf(options);
  const sections = sectionsOf(text);
  const parameters = readParameters(sections.parameters, syntax);
  const read = sections.subModels.map((line) => readSubModel(line, parameters, syntax));
  const subModels = read.filter((subModel): subModel is PictSubModel => 'factors' in subModel);
  const { forbidden, warnings } = readConstraints(sections.constraints, parameters, syntax);
  return {
    model: {
      factors: parameters.map(factorOf),
      forbidden,
      ...combined(parameters, subModels, options.strength),
      negativeStrength: 'goals',
    },
    warnings: [...read.flatMap(warningOf), ...warnings],
  };
}

const warningOf = (subModel: ReadSubModel): string[] => ('warning' in subModel ? [subModel.warning] : []);

function readParameters(lines: readonly Line[], syntax: Syntax): PictParameter[] {
  const parameters: PictParameter[] = [];
  for (const line of lines) parameters.push(readParameter(line, parameters, syntax));
  if (parameters.length > 0) return parameters;
  throw new CoveringError('the text has no parameter', { next: 'A parameter is a line such as Name: value, value.' });
}

function factorOf({ name, values, isResult }: PictParameter): Factor {
  const names: string[] = [];
  for (const value of values) names.push(freeName(value.names[0], names));
  const levels = values.map((value, level) => levelOf(value, names[level] as string));
  return { name, levels, ...(isResult ? { result: true } : {}) };
}

/** A level is called by a name of its own; of values that stand twice, rows still print what the text has. */
function levelOf({ names, isInvalid, weight }: PictValue, name: string): string | Level {
  const isPlain = names.length === 1 && names[0] === name && weight === 1;
  if (isPlain && !isInvalid) return name;
  return {
    name,
    ...(names.length === 1 && names[0] === name ? {} : { texts: names }),
    ...(isInvalid ? { invalid: true } : {}),
    ...(weight === 1 ? {} : { weight }),
  };
}

function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let count = 2; taken.includes(free); count++) free = `${name} (${count})`;
  return free;
}

/** What is to be combined: goals over the parameters, or over sub-models and the parameters outside of them. */
function combined(
  parameters: readonly PictParameter[],
  subModels: readonly PictSubModel[],
  asked: number | undefined,
): Pick<Model, 'goals' | 'subModels'> {
  const bundled = new Set(subModels.flatMap(({ factors }) => factors));
  const inputs = parameters.flatMap(({ isResult }, factor) => (isResult ? [] : [factor]));
  const units = subModels.length + (subModels.length === 0 ? inputs : inputs.filter((at) => !bundled.has(at))).length;
  const strength = asked ?? Math.max(1, Math.min(USUAL_STRENGTH, units));
  if (strength > Math.max(1, units)) throw tooStrong(strength, units, subModels.length > 0);
  if (subModels.length === 0)
    return { goals: goalsOf(parameters.map(({ isResult, strength: own }) => (isResult ? 1 : (own ?? strength)))) };
  return { goals: [{ strength }], subModels: subModels.map((subModel) => subModelOf(subModel, strength)) };
}

const subModelOf = ({ factors, strength }: PictSubModel, usual: number): SubModel => ({
  factors,
  strength: strength ?? Math.min(usual, factors.length),
});

function tooStrong(strength: number, units: number, hasSubModels: boolean): CoveringError {
  const what = hasSubModels ? 'sub-models and parameters outside of them' : 'parameters';
  return new CoveringError(`strength ${strength} is more than the number of ${what}, ${units}`, {
    next: `Ask for at most ${units}.`,
  });
}
