import { type Case, sitesOf } from '../contract';
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
    schema.kind === 'string' && (schema.format === 'date-time' || schema.format === 'date');
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
  { plan, buckets, isMine }: { plan: Plan; buckets: Buckets; isMine: (index: number) => boolean },
): Promise<void> {
  const chamber = openChamber(parser, setup, ZONE);
  const numbers = validNumbers(plan).filter((_, index) => isMine(index));
  try {
    for (let start = 0; start < numbers.length; start += BATCH) {
      const batch = numbers.slice(start, start + BATCH);
      const jobs = batch.map((number) => ({ testCase: plan.at(number).testCase, thorough: false }));
      const found = await chamber.examine(jobs);
      for (const [index, { testCase }] of jobs.entries()) await add(buckets, testCase, found[index] ?? []);
    }
  } finally {
    await chamber.close();
  }
}

async function add(buckets: Buckets, testCase: Case, found: Parameters<Buckets['add']>[1]): Promise<void> {
  const isNew = found.filter((complaint) => !buckets.has(complaint));
  const told = isNew.map((complaint) => ({
    ...complaint,
    rule: 'depends-on-time-zone',
    message: `in the time zone ${ZONE}: ${complaint.message}`,
  }));
  if (told.length > 0) await buckets.add(testCase, told);
}
