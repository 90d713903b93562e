import type { Factor, Forbidden, Goal, Level, Model } from '../../covering';
import { Failure } from '../../result';

/** What a command line asks of a model beside what the model asks itself. */
export interface Asked {
  /** Combinations of so many of all factors; `undefined` where that is left to the model. */
  readonly strength: number | undefined;
  /**
   * The model with goals for groups of factors, and with what else is excluded.
   * @throws Failure (usage) where a name is unknown.
   */
  readonly addTo: (model: Model) => Model;
}

const GROUP = /^(\d+)(?::(.*))?$/s;

/** `3`, or `3:browser,os` for some factors. */
function strengthIn(text: string): { readonly strength: number; readonly names: string | undefined } {
  const [, digits, names] = GROUP.exec(text) ?? [];
  if (digits !== undefined && Number(digits) >= 1 && names !== '') return { strength: Number(digits), names };
  throw new Failure(
    'usage',
    `--strength ${text} is no strength`,
    'Write a whole number from 1, or one for some factors: --strength 3:browser,os,memory.',
  );
}

/**
 * What is asked for on the command line: strengths, for all factors or for some, and tuples that no row may hold.
 * @throws Failure (usage) where one of them is none.
 */
export function askedOf(strengths: readonly string[] = [], excluded: readonly string[] = []): Asked {
  const read = strengths.map(strengthIn);
  const [first, ...more] = read.filter(({ names }) => names === undefined);
  if (more.length > 0) {
    const next = 'Give one for all factors, and others for some: --strength 2 --strength 3:browser,os,memory.';
    throw new Failure('usage', '--strength is given twice for all factors', next);
  }
  return {
    strength: first?.strength,
    addTo: (model) => {
      const groups = read.flatMap(({ strength, names }) =>
        names === undefined ? [] : [{ strength, factors: factorsIn(names, model) }],
      );
      const forbidden = excluded.map((text) => tupleIn(text, model));
      return {
        ...model,
        ...(groups.length === 0 ? {} : { goals: withGroups(model, groups) }),
        forbidden: [...(model.forbidden ?? []), ...forbidden],
      };
    },
  };
}

function withGroups(model: Model, groups: readonly Goal[]): Goal[] {
  if (model.subModels !== undefined) {
    const next = 'Give each sub-model a strength of its own: { Name, Name } @ 3.';
    throw new Failure('usage', '--strength for some factors does not go together with sub-models', next);
  }
  return [...(model.goals ?? [{ strength: Math.min(2, model.factors.length) }]), ...groups];
}

const nameOf = (level: string | Level): string => (typeof level === 'string' ? level : level.name);

/** The longest of some names that a text begins with, before one of these signs or the end. */
function leading(text: string, names: readonly string[], signs: string): number {
  const isWhole = (name: string): boolean =>
    text.startsWith(name) && (text.length === name.length || signs.includes(text.charAt(name.length)));
  return names.reduce((best, name, index) => {
    return isWhole(name) && name.length >= (names[best]?.length ?? 0) ? index : best;
  }, -1);
}

const unknown = (what: string, text: string, known: readonly string[]): Failure =>
  new Failure('usage', `${JSON.stringify(text)} begins with no ${what}`, `They are ${known.join(', ')}.`);

/** Names with commas between them; a name may itself hold one. */
function factorsIn(text: string, { factors }: Model): number[] {
  const names = factors.map(({ name }) => name);
  const found: number[] = [];
  for (let rest = text; rest !== ''; ) {
    const index = leading(rest, names, ',');
    if (index < 0) throw unknown('factor', rest, names);
    found.push(index);
    rest = rest.slice((names[index] as string).length + 1);
  }
  return [...new Set(found)];
}

/** `os=Debian,browser=Edge|Opera`: factors, each with levels; a name may itself hold the signs between them. */
function tupleIn(text: string, { factors }: Model): Forbidden {
  const names = factors.map(({ name }) => name);
  const terms: [number, number[]][] = [];
  for (let rest = text; rest !== '' || terms.length === 0; ) {
    const factor = leading(rest, names, '=');
    if (factor < 0 || rest.length === (names[factor] as string).length) throw unknown('factor and =', rest, names);
    rest = rest.slice((names[factor] as string).length + 1);
    const levels: number[] = [];
    for (let isOpen = true; isOpen; ) {
      const level = levelAt(rest, factors[factor] as Factor);
      levels.push(level.index);
      isOpen = rest.charAt(level.length) === '|';
      rest = rest.slice(level.length + 1);
    }
    terms.push([factor, levels]);
  }
  return terms;
}

function levelAt(text: string, { name, levels }: Factor): { readonly index: number; readonly length: number } {
  const names = levels.map(nameOf);
  const index = leading(text, names, ',|');
  if (index < 0) throw unknown(`level of ${name}`, text, names);
  return { index, length: (names[index] as string).length };
}
