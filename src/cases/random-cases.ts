import { type Case, type JsonValue, stringifyJson, type Verdict } from '../contract';
import { Random } from '../random';
import { classifierOf } from './classify';
import { type Bench, caseOf } from './draft';
import { bodiesOf } from './drawn/bodies';
import { type Mutated, mutantsOf } from './drawn/mutants';
import type { Terms } from './drawn/terms';
import { ABSENT } from './factors/levels';
import { siteDrafts } from './site-drafts';

/** What the case of a number is; `undefined` where it cannot be made. */
type Maker = (number: number) => Case | undefined;

const idOf = (number: number): string => `random ${number}`;

/** By site, the class of its value; where there are several values, one that is not typical. */
function classesOf({ table }: Bench, classify: ReturnType<typeof classifierOf>, body: JsonValue): Case['classes'] {
  const found = classify(body);
  const entries = table.sites.flatMap(({ site: { pointer, optional } }) => {
    const names = [...(found.get(pointer) ?? [])];
    const name = names.find((one) => one !== 'typical') ?? names[0];
    return name === undefined || (name === ABSENT && !optional) ? [] : [[pointer, name] as const];
  });
  return Object.fromEntries(entries);
}

function acceptCases(bench: Bench, bodyOf: ReturnType<typeof bodiesOf>): Maker {
  const classify = classifierOf(bench.table);
  const { status, headers, seed } = bench;
  return (number) => {
    const value = bodyOf(number);
    if (value === undefined) return undefined;
    const classes = classesOf(bench, classify, value);
    return { id: idOf(number), verdict: 'accept', status, headers, body: stringifyJson(value), classes, seed };
  };
}

function mutantCase(bench: Bench, verdict: Verdict, number: number, { mutation, text, pointer }: Mutated): Case {
  const { status, headers, seed } = bench;
  const { classes, reason } = mutation;
  return { id: idOf(number), verdict, status, headers, body: text, classes, seed, pointer, reason };
}

/** Where no drawn body has a place for it: a class of the table amid typical values. */
function plainCases(bench: Bench, verdict: Verdict): Maker {
  const drafts = [...siteDrafts(bench.table, verdict)];
  return (number) => {
    const random = new Random(bench.seed + number);
    for (let left = drafts.length; left > 0; left -= 1) {
      const made = caseOf(bench, { ...random.pick(drafts), id: idOf(number) });
      if (made?.verdict === verdict) return made;
    }
    return undefined;
  };
}

function makerOf(bench: Bench, terms: Terms, verdict: Verdict): Maker | undefined {
  const bodyOf = bodiesOf(bench.table, terms, bench.seed);
  if (verdict === 'accept') return acceptCases(bench, bodyOf);
  const mutantOf = mutantsOf(bench.table, verdict, bodyOf, bench.seed);
  return (
    mutantOf &&
    ((number) => {
      const mutated = mutantOf(number);
      return mutated && mutantCase(bench, verdict, number, mutated);
    })
  );
}

/**
 * Cases without end, drawn by the seed: valid ones of the compiled generator, each keeping the terms; of the other
 * verdicts, one departure in a drawn body.
 */
export function* randomCases(bench: Bench, terms: Terms, verdict: Verdict): Generator<Case> {
  const maker = makerOf(bench, terms, verdict);
  let plain: Maker | undefined;
  for (let number = 1; maker !== undefined; number += 1) {
    let made = maker(number);
    if (made === undefined) {
      plain ??= plainCases(bench, verdict);
      made = plain(number);
    }
    if (made === undefined) return;
    yield made;
  }
}
