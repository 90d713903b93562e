import { type Case, meaningOf, sitesOf } from '../contract';
import type { Buckets } from './buckets';
import { type ChamberSetup, openChamber, type ParserUnderTest } from './chambers';
import type { Plan } from './plan';

/** Half an hour off, in summer otherwise than in winter, and west of where most builds run, which is UTC. */
const ZONE = 'America/St_Johns';

/** So many cases are examined at once. */
const BATCH = 64;

/** Whether a parser can be run in another time zone, and there is anything in its responses that depends on one. */
export function dependsOnZone(parser: ParserUnderTest, { facts }: ChamberSetup): boolean {
  const isMoment = ({ schema }: ReturnType<typeof sitesOf>[number]): boolean =>
    ['instant', 'date'].includes(meaningOf(schema) ?? '');
  return parser.kind !== 'loaded' && sitesOf(facts.model).some(isMoment);
}

/** The numbers of the valid responses that stand for themselves. */
const validNumbers = (plan: Plan): number[] =>
  Array.from({ length: plan.poolSize }, (_, number) => number).filter(
    (number) => plan.at(number).testCase.verdict === 'accept',
  );

/**
 * Has a program with the parser read valid responses in another time zone. What it does wrong only there is a finding
 * of its own; a moment that is read as local time is right wherever local time is UTC.
 */
export async function examineInOtherZone(
  parser: ParserUnderTest,
  setup: ChamberSetup,
  { plan, buckets, isMine }: { plan: Plan; buckets: Pick<Buckets, 'add'>; isMine: (index: number) => boolean },
): Promise<void> {
  const there = openChamber(parser, setup, ZONE);
  const doubters = [openChamber(parser, setup, ZONE), openChamber(parser, setup)] as const;
  const numbers = validNumbers(plan).filter((_, index) => isMine(index));
  try {
    for (let start = 0; start < numbers.length; start += BATCH) {
      const batch = numbers.slice(start, start + BATCH);
      const jobs = batch.map((number) => ({ testCase: plan.at(number).testCase, thorough: false }));
      for (const { testCase, only } of await wrongOnlyThere(there, doubters, jobs)) await add(buckets, testCase, only);
    }
  } finally {
    for (const chamber of [there, ...doubters]) await chamber.close();
  }
}

type Chamber = ReturnType<typeof openChamber>;
type Complaints = Parameters<Buckets['add']>[1];
type ValidJob = { readonly testCase: Case; readonly thorough: boolean };

/**
 * What is complained of in the one chamber, and again in another one in the same zone, and not here: these two are asked
 * the same, so that what depends on the responses before says nothing of the zone.
 */
async function wrongOnlyThere(there: Chamber, [again, here]: readonly [Chamber, Chamber], jobs: readonly ValidJob[]) {
  const found = await there.examine(jobs);
  const wrong = jobs.flatMap((job, index) => {
    const complaints = found[index] ?? [];
    return complaints.length > 0 ? [{ job, complaints }] : [];
  });
  if (wrong.length === 0) return [];
  const doubtful = wrong.map(({ job }) => job);
  const [foundAgain, foundHere] = [await again.examine(doubtful), await here.examine(doubtful)];
  return wrong.map(({ job, complaints }, index) => {
    const [rulesAgain, rulesHere] = [rulesOf(foundAgain[index]), rulesOf(foundHere[index])];
    const only = complaints.filter(({ rule }) => rulesAgain.has(rule) && !rulesHere.has(rule));
    return { testCase: job.testCase, only };
  });
}

const rulesOf = (found: Complaints = []): ReadonlySet<string> => new Set(found.map(({ rule }) => rule));

async function add(buckets: Pick<Buckets, 'add'>, testCase: Case, found: Complaints): Promise<void> {
  const told = found.map((complaint) => ({
    ...complaint,
    rule: 'depends-on-time-zone',
    message: `in the time zone ${ZONE}: ${complaint.message}`,
  }));
  if (told.length > 0) await buckets.add(testCase, told);
}
