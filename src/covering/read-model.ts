import { CoveringError } from './covering-error';
import type { Factor, Forbidden, Goal, Level, Model, Reference, Row, SubModel } from './model';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReference = (value: unknown): value is Reference => typeof value === 'string' || Number.isInteger(value);

const wrong = (where: string, wanted: string): CoveringError =>
  new CoveringError(`${where} is not ${wanted}`, { where });

function list<Item>(value: unknown, where: string, read: (item: unknown, where: string) => Item): Item[] {
  if (!Array.isArray(value)) throw wrong(where, 'a list');
  return value.map((item, index) => read(item, `${where}[${index}]`));
}

/** A value that stands for a level: its text is its name. */
const isName = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

function textIn(value: unknown, where: string): string {
  if (isName(value)) return String(value);
  throw wrong(where, 'a text');
}

function wholeNumber(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  throw wrong(where, 'a whole number from 1');
}

function level(value: unknown, where: string): string | Level {
  if (isName(value)) return String(value);
  if (!isPlain(value) || !isName(value['name'])) throw wrong(where, 'a name, or an object with one');
  const { name, class: coarse, invalid, texts, weight } = value;
  if (coarse !== undefined && typeof coarse !== 'string') throw wrong(`${where}.class`, 'a text');
  if (invalid !== undefined && typeof invalid !== 'boolean') throw wrong(`${where}.invalid`, 'true or false');
  return {
    name: String(name),
    ...(coarse === undefined ? {} : { class: coarse }),
    ...(invalid === undefined ? {} : { invalid }),
    ...(texts === undefined ? {} : { texts: list(texts, `${where}.texts`, textIn) }),
    ...(weight === undefined ? {} : { weight: wholeNumber(weight, `${where}.weight`) }),
  };
}

function factor(value: unknown, where: string): Factor {
  if (!isPlain(value)) throw wrong(where, 'an object with a name and levels');
  const { name, levels, result } = value;
  if (typeof name !== 'string') throw wrong(where, 'an object with a name and levels');
  if (result !== undefined && typeof result !== 'boolean') throw wrong(`${where}.result`, 'true or false');
  return { name, levels: list(levels, `${where}.levels`, level), ...(result === undefined ? {} : { result }) };
}

function reference(value: unknown, where: string): Reference {
  if (isReference(value)) return value;
  throw wrong(where, 'a name or an index');
}

function forbidden(value: unknown, where: string): Forbidden {
  return list(value, where, (term, at) => {
    if (!Array.isArray(term) || term.length !== 2) throw wrong(at, 'a pair [factor, [levels]]');
    return [reference(term[0], `${at}[0]`), list(term[1], `${at}[1]`, reference)] as const;
  });
}

function goal(value: unknown, where: string): Goal {
  if (!isPlain(value) || typeof value['strength'] !== 'number') throw wrong(where, 'an object with a strength');
  const { factors, strength, on } = value;
  if (on !== undefined && on !== 'level' && on !== 'class') throw wrong(`${where}.on`, '"level" or "class"');
  return {
    strength,
    ...(factors === undefined ? {} : { factors: list(factors, `${where}.factors`, reference) }),
    ...(on === undefined ? {} : { on }),
  };
}

function subModel(value: unknown, where: string): SubModel {
  if (!isPlain(value) || typeof value['strength'] !== 'number')
    throw wrong(where, 'an object with factors and a strength');
  return { factors: list(value['factors'], `${where}.factors`, reference), strength: value['strength'] };
}

const row = (value: unknown, where: string): Row =>
  list(value, where, (item, at) => {
    if (typeof item === 'number') return item;
    throw wrong(at, 'the index of a level');
  });

/** The members of a model: any other may stand beside them, and says nothing. */
export const MODEL_MEMBERS = [
  'name',
  'factors',
  'forbidden',
  'goals',
  'subModels',
  'negativeStrength',
  'keep',
] as const;

/**
 * A model that was read as JSON. Names are looked up when an array is made of it.
 * @throws CoveringError with the place where it has not the form of a model.
 */
export function readModel(value: unknown): Model {
  if (!isPlain(value)) throw wrong('the model', 'an object with factors');
  const { name, negativeStrength, goals, subModels, keep } = value;
  if (negativeStrength !== undefined && typeof negativeStrength !== 'number' && negativeStrength !== 'goals')
    throw wrong('negativeStrength', 'a number or "goals"');
  return {
    ...(typeof name === 'string' ? { name } : {}),
    factors: list(value['factors'], 'factors', factor),
    forbidden: list(value['forbidden'] ?? [], 'forbidden', forbidden),
    ...(goals === undefined ? {} : { goals: list(goals, 'goals', goal) }),
    ...(subModels === undefined ? {} : { subModels: list(subModels, 'subModels', subModel) }),
    ...(negativeStrength === undefined ? {} : { negativeStrength }),
    ...(keep === undefined ? {} : { keep: list(keep, 'keep', row) }),
  };
}
