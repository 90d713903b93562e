import { type Case, childPointer, fromPointer } from '../contract';
import type { Bucket } from './bucket';
import type { Complaint } from './complaint';
import { endingOf } from './endings';
import type { Examination, SingleCase } from './examination';
import { type Cure, cured, curesFor } from './shrink';

/** What is needed to find out what a parser dies of. */
interface Ward {
  readonly examine: (job: SingleCase) => Promise<Examination>;
  /** Valid bodies, to see what is otherwise where nothing goes wrong. */
  readonly valid: readonly string[];
}

/** What is known of a complaint once a smaller case was looked for. */
export type Told = Pick<Bucket, 'smallest' | 'complaint' | 'cure'>;

async function happensTo({ examine }: Ward, testCase: Case, { rule }: Complaint): Promise<boolean> {
  const found = await examine({ testCase, thorough: false });
  return found.some((other) => other.rule === rule);
}

/** The known bucket of a death: that without whose cause it does not happen. */
export async function sameDeath(
  ward: Ward,
  known: readonly Bucket[],
  testCase: Case,
  complaint: Complaint,
): Promise<Bucket | undefined> {
  for (const bucket of known) {
    const { cure } = bucket;
    if (cure === undefined || bucket.complaint.rule !== complaint.rule || testCase.body === undefined) continue;
    const body = cured(testCase.body, cure);
    if (body !== undefined && !(await happensTo(ward, { ...testCase, body }, complaint))) return bucket;
  }
  return undefined;
}

/** Without which member of a body nothing ends or blocks the parser. */
async function cureOf(ward: Ward, { smallest, complaint }: Told): Promise<Cure | undefined> {
  const { body } = smallest;
  const most = endingOf(complaint.rule)?.cures;
  if (body === undefined || most === undefined) return undefined;
  const [about = ''] = fromPointer(complaint.pointer ?? '');
  // What comes of the responses before has no cause in this one.
  if (!(await happensTo(ward, smallest, complaint))) return undefined;
  for (const cure of curesFor(body, about, ward.valid).slice(0, most)) {
    const other = cured(body, cure);
    if (other !== undefined && !(await happensTo(ward, { ...smallest, body: other }, complaint))) return cure;
  }
  return undefined;
}

/**
 * Puts a death where its cause is: where the case itself departs, as long as that is within the member without which it
 * does not happen; other complaints stay where they are.
 */
export async function attributed(ward: Ward, told: Told): Promise<Told> {
  const cure = await cureOf(ward, told);
  if (cure === undefined) return told;
  const { pointer = '' } = told.complaint;
  const isWithin = fromPointer(pointer)[0] === cure.name;
  return { ...told, cure, complaint: { ...told.complaint, pointer: isWithin ? pointer : childPointer('', cure.name) } };
}
