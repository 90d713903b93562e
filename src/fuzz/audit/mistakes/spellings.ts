import { isJsonObject, type Model, parseJson, resolve } from '../../../contract';
import { printTextTree, readTextTree } from '../../text-tree';
import type { Planting } from '../planting';
import { type OnWire, type ReadRecord, spoiledRecord, withoutLast } from './read-values';
import { spoiling } from './verdicts';

const namesIn = (text: string): string[] => {
  const tree = readTextTree(text);
  return tree?.kind === 'object' ? tree.members.map(({ name }) => name) : [];
};

/** Takes the order of the contract for that of every response. */
function readsByPosition({ schema, definitions }: Model) {
  const root = resolve(schema, definitions);
  const order = root.kind === 'object' ? root.properties.map(({ name }) => name) : [];
  return (record: ReadRecord, text: string): unknown => {
    const places = namesIn(text).flatMap((name) => (order.includes(name) ? [order.indexOf(name)] : []));
    const isOrdered = places.every((place, index) => index === 0 || place > (places[index - 1] as number));
    return isOrdered ? record : withoutLast(record);
  };
}

function readsByText(record: ReadRecord, text: string): unknown {
  const tree = readTextTree(text);
  return tree === undefined || printTextTree(tree) === text ? record : withoutLast(record);
}

function unwrapsEnvelopes(record: ReadRecord, text: string): unknown {
  const body = parseJson(text);
  const inner = isJsonObject(body) ? (body['data'] ?? body['error']) : undefined;
  return inner === undefined ? record : {};
}

const forgetsWhenWritten = (record: ReadRecord): unknown =>
  Object.defineProperty({ ...record }, 'toJSON', { value: () => withoutLast(record), enumerable: false });

function mergesPrototypes(record: ReadRecord, text: string): unknown {
  if (!text.includes('__proto__')) return record;
  Object.defineProperty(Object.prototype, 'polluted', { value: true, enumerable: true, configurable: true });
  return { ...record };
}

/** Mistakes that show only when the same is said in another way. */
export const spellingMistakes = (model: Model, onWire: OnWire): Planting[] => [
  spoiling(
    'reads-by-position',
    'loses a member where members come in another order',
    spoiledRecord(onWire, readsByPosition(model)),
  ),
  spoiling('reads-by-text', 'loses a member where there is white space', spoiledRecord(onWire, readsByText)),
  spoiling('unwraps-envelopes', 'takes data or error for the answer', spoiledRecord(onWire, unwrapsEnvelopes)),
  spoiling('forgets-when-written', 'has a toJSON that forgets a member', spoiledRecord(onWire, forgetsWhenWritten)),
  spoiling('merges-prototypes', 'copies into what all objects share', spoiledRecord(onWire, mergesPrototypes)),
];
