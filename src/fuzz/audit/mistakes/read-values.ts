import type { Case, JsonValue } from '../../../contract';
import type { Answer } from '../../answer';
import { wireOf } from '../../subject';
import { isRecord } from '../change';
import { after, type Planting } from '../planting';

/** Each case of the table is read for hundreds of mistakes. */
const known = new WeakMap<Case, JsonValue>();

/**
 * What a parser without a mistake makes of a valid response, in the types of the wire: a parser that passes has given
 * just that, in types of its own. It is not to be changed.
 */
export function readOf(testCase: Case): JsonValue {
  const read = known.get(testCase) ?? wireOf(testCase);
  known.set(testCase, read);
  return read;
}

/** What was read of a response, where it is an object. */
export type ReadRecord = Readonly<Record<string, unknown>>;

type Change<T> = (read: T, testCase: Case) => unknown;

const isReadWell = (answer: Answer, { verdict }: Case): boolean => answer.kind === 'value' && verdict === 'accept';

/**
 * A parser that makes a mistake in what it gives for valid responses. Where the mistake makes no difference, the very
 * same value, it still gives the types of the wire: else types of its own would hide what differs.
 */
export function misreading(id: string, says: string, change: Change<JsonValue>): Planting {
  let applied = 0;
  const misread = (answer: Answer, testCase: Case): Answer => {
    if (!isReadWell(answer, testCase)) return answer;
    const read = readOf(testCase);
    const value = change(read, testCase);
    if (value !== read) applied += 1;
    return { ...answer, value } as Answer;
  };
  return { id, says, wrap: (read) => after(read, misread), applied: () => applied };
}

/** The same of a mistake that makes nothing of what was read before: whether it shows is known without trying. */
export const misreadingAlone = (id: string, says: string, change: Change<JsonValue>): Planting => ({
  ...misreading(id, says, change),
  changes: (answer, testCase) => {
    if (!isReadWell(answer, testCase)) return false;
    const read = readOf(testCase);
    return change(read, testCase) !== read;
  },
});

/** A parser that makes a mistake in what it gives for valid responses that are objects. */
export const misreadingRecords = (id: string, says: string, change: Change<ReadRecord>): Planting =>
  misreading(id, says, (read, testCase) => (isRecord(read) ? change(read, testCase) : read));

/** A value that lacks its last member. */
export const withoutLast = (record: ReadRecord): ReadRecord => Object.fromEntries(Object.entries(record).slice(0, -1));
