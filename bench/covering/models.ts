import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Factor, type Model, readModel } from '../../src/covering';
import { modelOf, PUBLISHED } from './published';

/** One array to make: a model with its goals, and how few rows are aimed at. */
export interface Task {
  readonly name: string;
  /** `mixed`: all pairs of coarse classes, and each level once; `fewer` classes: a flag's values are one. */
  readonly strength: number | 'mixed' | 'fewer';
  readonly model: Model;
  readonly aim: number | undefined;
  /** How few rows somebody made, and who. */
  readonly published?: string;
}

const FOLDER = join(__dirname, '../../test/unit/covering/fixtures');

const load = (name: string): Model => readModel(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));

/** What a level of F1c counts as in pairs: absent, present, or the value of a status, and of a flag where asked. */
function coarse(factor: Factor, flags: boolean): Factor {
  const names = factor.levels as readonly string[];
  const isValue = factor.name === 'status' || (flags && names.includes('true'));
  const coarseOf = (name: string): string => (isValue || name === 'absent' ? name : 'present');
  return { ...factor, levels: names.map((name) => ({ name, class: coarseOf(name) })) };
}

const mixed = (model: Model, flags: boolean): Model => ({
  ...model,
  factors: model.factors.map((factor) => coarse(factor, flags)),
  goals: [{ strength: 2, on: 'class' }, { strength: 1 }],
});

const AIMS: readonly (readonly [name: string, strength: Task['strength'], aim: number | undefined])[] = [
  ['P1', 2, 11],
  ['B1', 2, 15],
  ['B1c', 2, 16],
  ['L1c', 2, 35],
  ['F1c', 2, 230],
  ['P1', 3, 40],
  ['P10', 3, 110],
  ['B1c', 3, 58],
  ['L1c', 3, 229],
  ['B1c', 4, 241],
  ['P10', 4, undefined],
  // 20 is aimed at; with flags by value no array has fewer than 22, since constraints tie them to each level once.
  ['F1c', 'mixed', 20],
  ['F1c', 'fewer', 20],
];

function ofFields(): Task[] {
  return AIMS.map(([name, strength, aim]) => {
    const model = load(name);
    const asked =
      typeof strength === 'number' ? { ...model, goals: [{ strength }] } : mixed(model, strength === 'mixed');
    return { name, strength, aim, model: asked };
  });
}

const ofOthers = (): Task[] =>
  PUBLISHED.map((own) => ({
    name: own.shape,
    strength: own.strength,
    aim: own.rows,
    model: modelOf(own),
    published: own.source,
  }));

/** The arrays that the benchmark makes. */
export const tasks = (): Task[] => [...ofFields(), ...ofOthers()];
