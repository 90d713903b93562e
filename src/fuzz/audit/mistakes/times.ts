import type { Case } from '../../../contract';
import { textOf } from '../../subject';
import type { Planting } from '../planting';
import { misreadingRecords, type ReadRecord, withoutLast } from './read-values';

/** The day after which a parser takes a field for outdated: no clock of today has come to it. */
const SOME_DAY = Date.UTC(2055, 0, 1);

/** So many responses are read well by what wears out. */
const LASTS = 200;

const differsWhenReadAgain = () => {
  const seen = new Set<string>();
  return (record: ReadRecord, testCase: Case): unknown => {
    const key = `${testCase.id} ${textOf(testCase)}`;
    const isAgain = seen.has(key);
    seen.add(key);
    // The first one is read twice by whoever looks how the parser answers.
    return isAgain && !key.startsWith([...seen][0] as string) ? withoutLast(record) : record;
  };
};

/** Its oracle reads a response, then others, then the response again; whatever else reads one twice reads no other between. */
const mixesUpResponses = () => {
  const seen = new Set<string>();
  let last: string | undefined;
  return (record: ReadRecord, { id }: Case): unknown => {
    const isMixedUp = id !== last && seen.has(id);
    seen.add(id);
    last = id;
    return isMixedUp ? withoutLast(record) : record;
  };
};

const fillsOneObject = () => {
  const shared: Record<string, unknown> = {};
  return (record: ReadRecord): unknown => {
    for (const name of Object.keys(shared)) Reflect.deleteProperty(shared, name);
    return Object.assign(shared, record);
  };
};

const wearsOut = () => {
  let calls = 0;
  return (record: ReadRecord): unknown => {
    calls += 1;
    return calls > LASTS ? withoutLast(record) : record;
  };
};

const looksAtTheClock = (record: ReadRecord): unknown => (Date.now() > SOME_DAY ? withoutLast(record) : record);

/** Mistakes that show only when it is another time, or not the first. */
export const timeMistakes = (): Planting[] => [
  misreadingRecords('differs-when-read-again', 'loses a member the second time', differsWhenReadAgain()),
  misreadingRecords(
    'mixes-up-responses',
    'loses a member of a response that comes again after others',
    mixesUpResponses(),
  ),
  misreadingRecords('fills-one-object', 'gives the same object each time, filled anew', fillsOneObject()),
  misreadingRecords('wears-out', `loses a member after ${LASTS} responses`, wearsOut()),
  misreadingRecords('looks-at-the-clock', 'loses a member from some day on', looksAtTheClock),
];
