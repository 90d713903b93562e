import { generalPointer } from '../../contract';
import { isRelated } from '../blame';
import { openChamber } from '../chambers';
import type { Complaint } from '../complaint';
import type { Examination } from '../examination';
import { DEFAULT_LIMIT, type FuzzOptions } from '../options';
import { factsOf, planSourceOf } from '../source';
import type { Tomorrow } from './changes';

/** A change, and what today's parser does with it where it does not survive it. */
export interface Survival extends Tomorrow {
  readonly complaint: Complaint | undefined;
}

/** What is made of what nobody has told it of is the parser's own affair: it may drop it, or take it for something. */
const OF_VALUES: ReadonlySet<string> = new Set([
  'lost-field',
  'invented-field',
  'wrong-value',
  'inexact-integer',
  'wrong-instant',
  'unsteady-type',
]);

/** How many responses go into an isolate at once. */
const BATCH = 64;

/** Shows today's parser responses of tomorrow's contracts, and says which of them it survives: all else is read as before. */
export async function survivalsOf(options: FuzzOptions, tomorrows: readonly Tomorrow[]): Promise<Survival[]> {
  const { parser, limit = DEFAULT_LIMIT, memory, response } = options;
  const setup = { facts: factsOf(options), plan: planSourceOf({ ...options, onlyGiven: true }), limit, memory };
  const chamber = openChamber(parser, setup);
  const found: Examination[] = [];
  try {
    for (let index = 0; index < tomorrows.length; index += BATCH) {
      const jobs = tomorrows.slice(index, index + BATCH).map(({ testCase }) => ({ testCase, thorough: false }));
      found.push(...(await chamber.examine(jobs)));
    }
  } finally {
    await chamber.close();
  }
  const isOfItself = ({ rule, pointer = '' }: Complaint, place: string): boolean =>
    OF_VALUES.has(rule) && isRelated(place, generalPointer(response.model, pointer));
  return tomorrows.map((tomorrow, index) => ({
    ...tomorrow,
    complaint: found[index]?.find((complaint) => !isOfItself(complaint, tomorrow.place)),
  }));
}
