import type { Case } from '../../contract';
import type { Answer } from '../answer';
import type { Read } from '../subject';
import { isRecord } from './change';
import { readOf, withoutLast } from './mistakes/read-values';
import { after } from './planting';

const memory: unknown[] = [];

/** What ends or blocks a program, by name. */
const HARMS: Readonly<Record<string, () => void>> = {
  'loops-for-ever': () => {
    for (;;);
  },
  'ends-the-process': () => process.exit(1),
  'throws-later': () => {
    setTimeout(() => {
      throw new RangeError('planted');
    }, 0);
  },
  'rejects-unseen': () => {
    Promise.reject(new TypeError('planted'));
  },
  'takes-all-memory': () => {
    for (;;) memory.push(new Array(1_000_000).fill(memory.length));
  },
};

/** The names of the mistakes that end or block the program that they are made in, at the case of an id. */
export const LOUD_MISTAKES: readonly string[] = Object.keys(HARMS);

/** The name of the mistake that shows in any time zone but the one that it is planted with. */
export const ZONE_MISTAKE = 'reads-local-times';

/** The time zone of this program, by its name. */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const misreadingElsewhere = (read: Read, zone: string): Read => {
  if (zoneHere() === zone) return read;
  return after(read, (answer: Answer, testCase: Case): Answer => {
    const record = answer.kind === 'value' && testCase.verdict === 'accept' ? readOf(testCase) : undefined;
    return isRecord(record) ? ({ ...answer, value: withoutLast(record) } as Answer) : answer;
  });
};

const harming =
  (read: Read, harm: (() => void) | undefined, at: string): Read =>
  (testCase, response) => {
    if (testCase.id === at) harm?.();
    return read(testCase, response);
  };

/** A mistake that concerns the program that it is made in: it ends or blocks it, or depends on its time zone. */
export interface ProgramMistake {
  readonly name: string;
  /** The id of the case that it is made with, or the time zone in which it does not show. */
  readonly at: string;
}

/** Returns how a parser reads that makes a mistake of {@link LOUD_MISTAKES}, or {@link ZONE_MISTAKE}. */
export function mistaken(read: Read, mistake: unknown): Read {
  const { name, at } = mistake as ProgramMistake;
  return name === ZONE_MISTAKE ? misreadingElsewhere(read, at) : harming(read, HARMS[name], at);
}
