import { CoveringError } from './covering-error';
import type { Factor, Forbidden, Goal, Level, Model, Reference, Row } from './model';

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

function level(value: unknown, where: string): string | Level {
  if (isName(value)) return String(value);
  if (!isPlain(value) || !isName(value['name'])) throw wrong(where, 'a name, or an object with one');
  const { name, class: coarse, invalid } = value;
  if (coarse !== undefined && typeof coarse !== 'string') throw wrong(`${where}.class`, 'a text');
  if (invalid !== undefined && typeof invalid !== 'boolean') throw wrong(`${where}.invalid`, 'true or false');
  return {
    name: String(name),
    ...(coarse === undefined ? {} : { class: coarse }),
    ...(invalid === undefined ? {} : { invalid }),
  };
}

function factor(value: unknown, where: string): Factor {
  if (!isPlain(value) || typeof value['name'] !== 'string') throw wrong(where, 'an object with a name and levels');
  return { name: value['name'], levels: list(value['levels'], `${where}.levels`, level) };
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

const row = (value: unknown, where: string): Row =>
  list(value, where, (item, at) => {
    if (typeof item === 'number') return item;
    throw wrong(at, 'the index of a level');
  });

/** The members of a model: any other may stand beside them, and says nothing. */
export const MODEL_MEMBERS = ['name', 'factors', 'forbidden', 'goals', 'negativeStrength', 'keep'] as const;

/**
 * A model that was read as JSON. Names are looked up when an array is made of it.
 * @throws CoveringError with the place where it has not the form of a model.
 */
export function readModel(value: unknown): Model {
  if (!isPlain(value)) throw wrong('the model', 'an object with factors');
  const { name, negativeStrength, goals, keep } = value;
  if (negativeStrength !== undefined && typeof negativeStrength !== 'number')
    throw wrong('negativeStrength', 'a number');
  return {
    ...(typeof name === 'string' ? { name } : {}),
    factors: list(value['factors'], 'factors', factor),
    forbidden: list(value['forbidden'] ?? [], 'forbidden', forbidden),
    ...(goals === undefined ? {} : { goals: list(goals, 'goals', goal) }),
    ...(negativeStrength === undefined ? {} : { negativeStrength }),
    ...(keep === undefined ? {} : { keep: list(keep, 'keep', row) }),
  };
}
