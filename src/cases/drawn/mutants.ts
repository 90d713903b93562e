import { parseJson, type Verdict } from '../../contract';
import type { CaseTable } from '../case-table';
import { ORDINARY, Source } from '../compiled/source';
import { stockOf } from '../compiled/stock';
import type { bodiesOf } from './bodies';
import { type Mutant, type Mutation, mutate, mutationsOf } from './mutations';
import { type PrintedBody, printBody } from './printed-body';

/** How many bodies are in stock; a power of two. */
const STOCK = 1_024;
/** Bodies that are looked through for one with a place for a departure. */
const MOST_TRIED = 64;

/** A departure, and a body with it. */
export interface Mutated extends Mutant {
  readonly mutation: Mutation;
}

/**
 * Draws departures of a verdict, each in one of a stock of valid bodies: that takes a cut and two joins of text. The
 * mutant of a number is the same whatever was drawn before; `undefined` where there is no place for what was drawn.
 */
export function mutantsOf(
  table: CaseTable,
  verdict: Exclude<Verdict, 'accept'>,
  bodyOf: ReturnType<typeof bodiesOf>,
  seed: number,
): ((number: number) => Mutated | undefined) | undefined {
  const mutations = mutationsOf(table, verdict);
  if (mutations.length === 0) return undefined;
  const bodies = stockOf(STOCK, (_, number): PrintedBody => {
    const body = bodyOf(number);
    return body === undefined ? { text: '', spans: new Map() } : printBody(table, body);
  });
  const { schema } = table.model;
  const isMeant = (text: string): boolean =>
    verdict === 'either'
      ? table.making.allows(schema, parseJson(text))
      : !table.making.mayAllow(schema, parseJson(text));
  const source = new Source();
  return (number) => {
    source.begin(seed, number, ORDINARY);
    const mutation = mutations[source.below(mutations.length)] as Mutation;
    for (let left = MOST_TRIED; left > 0; left -= 1) {
      const bits = source.next();
      const made = mutate(bodies(bits & (STOCK - 1)), mutation, bits >>> 12);
      if (made !== undefined && (!mutation.isUncertain || isMeant(made.text))) return { mutation, ...made };
    }
    return undefined;
  };
}
