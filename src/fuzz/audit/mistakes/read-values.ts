import type { JsonValue } from '../../../contract';
import { textOf } from '../../subject';
import { isRecord } from '../change';
import type { Spoil } from './verdicts';

/** The value that a parser gave, as the wire has it: mistakes are made in that. */
export type OnWire = (value: unknown) => JsonValue | undefined;

/** What was read of a response, where it is an object. */
export type ReadRecord = Readonly<Record<string, unknown>>;

/** Changes what was read of valid responses, where it is an object; the very same where it makes no difference. */
export const spoiledRecord =
  (onWire: OnWire, change: (record: ReadRecord, text: string) => unknown): Spoil =>
  (answer, testCase) => {
    if (answer.kind !== 'value' || testCase.verdict !== 'accept') return answer;
    const record = onWire(answer.value);
    if (!isRecord(record)) return answer;
    const changed = change(record, textOf(testCase));
    return changed === record ? answer : { ...answer, value: changed };
  };

/** A value that lacks its last member. */
export const withoutLast = (record: ReadRecord): ReadRecord => Object.fromEntries(Object.entries(record).slice(0, -1));
