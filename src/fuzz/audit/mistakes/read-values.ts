import { type Case, type JsonValue, parseJson } from '../../../contract';
import type { Answer } from '../../answer';
import { textOf } from '../../subject';
import { isRecord } from '../change';
import { after, type Planting } from '../planting';

/**
 * What a parser without a mistake makes of a valid response, in the types of the wire: a parser that passes has given
 * just that, in types of its own.
 */
export const readOf = (testCase: Case): JsonValue => parseJson(textOf(testCase).replace(/^\ufeff/, ''));

/** What was read of a response, where it is an object. */
export type ReadRecord = Readonly<Record<string, unknown>>;

type Change<T> = (read: T, testCase: Case) => unknown;

/**
 * A parser that makes a mistake in what it gives for valid responses. Where the mistake makes no difference, the very
 * same value, it still gives the types of the wire: else types of its own would hide what differs.
 */
export function misreading(id: string, says: string, change: Change<JsonValue>): Planting {
  let applied = 0;
  const misread = (answer: Answer, testCase: Case): Answer => {
    if (answer.kind !== 'value' || testCase.verdict !== 'accept') return answer;
    const read = readOf(testCase);
    const value = change(read, testCase);
    if (value !== read) applied += 1;
    return { ...answer, value };
  };
  return { id, says, wrap: (read) => after(read, misread), applied: () => applied };
}

/** A parser that makes a mistake in what it gives for valid responses that are objects. */
export const misreadingRecords = (id: string, says: string, change: Change<ReadRecord>): Planting =>
  misreading(id, says, (read, testCase) => (isRecord(read) ? change(read, testCase) : read));

/** A value that lacks its last member. */
export const withoutLast = (record: ReadRecord): ReadRecord => Object.fromEntries(Object.entries(record).slice(0, -1));
