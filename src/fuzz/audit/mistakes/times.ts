import type { Planting } from '../planting';
import { type OnWire, type ReadRecord, spoiledRecord, withoutLast } from './read-values';
import { spoiling } from './verdicts';

/** The day after which a parser takes a field for outdated: no clock of today has come to it. */
const SOME_DAY = Date.UTC(2055, 0, 1);

/** So many responses are read well by what wears out. */
const LASTS = 200;

const differsWhenReadAgain = () => {
  let last: string | undefined;
  return (record: ReadRecord, text: string): unknown => {
    const isAgain = text === last;
    last = text;
    return isAgain ? withoutLast(record) : record;
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
export const timeMistakes = (onWire: OnWire): Planting[] => [
  spoiling('differs-when-read-again', 'loses a member the second time', spoiledRecord(onWire, differsWhenReadAgain())),
  spoiling('fills-one-object', 'gives the same object each time, filled anew', spoiledRecord(onWire, fillsOneObject())),
  spoiling('wears-out', `loses a member after ${LASTS} responses`, spoiledRecord(onWire, wearsOut())),
  spoiling('looks-at-the-clock', 'loses a member from some day on', spoiledRecord(onWire, looksAtTheClock)),
];
