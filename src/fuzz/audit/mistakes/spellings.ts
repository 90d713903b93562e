import { type Case, isJsonObject, type Model, parseJson, resolve } from '../../../contract';
import { textOf } from '../../subject';
import { printTextTree, readTextTree } from '../../text-tree';
import type { Planting } from '../planting';
import { misreadingRecords, type ReadRecord, withoutLast } from './read-values';

const namesIn = (text: string): string[] => {
  const tree = readTextTree(text);
  return tree?.kind === 'object' ? tree.members.map(({ name }) => name) : [];
};

/** Takes the order of the contract for that of every response. */
function readsByPosition({ schema, definitions }: Model) {
  const root = resolve(schema, definitions);
  const order = root.kind === 'object' ? root.properties.map(({ name }) => name) : [];
  return (record: ReadRecord, testCase: Case): unknown => {
    const places = namesIn(textOf(testCase)).flatMap((name) => (order.includes(name) ? [order.indexOf(name)] : []));
    const isOrdered = places.every((place, index) => index === 0 || place > (places[index - 1] as number));
    return isOrdered ? record : withoutLast(record);
  };
}

function readsByText(record: ReadRecord, testCase: Case): unknown {
  const text = textOf(testCase);
  const tree = readTextTree(text);
  return tree === undefined || printTextTree(tree) === text ? record : withoutLast(record);
}

function unwrapsEnvelopes(record: ReadRecord, testCase: Case): unknown {
  const body = parseJson(textOf(testCase));
  const inner = isJsonObject(body) ? (body['data'] ?? body['error']) : undefined;
  return inner === undefined ? record : {};
}

const forgetsWhenWritten = (record: ReadRecord): unknown =>
  Object.defineProperty({ ...record }, 'toJSON', { value: () => withoutLast(record), enumerable: false });

function mergesPrototypes(record: ReadRecord, testCase: Case): unknown {
  if (!textOf(testCase).includes('__proto__')) return record;
  Object.defineProperty(Object.prototype, 'polluted', { value: true, enumerable: true, configurable: true });
  return { ...record };
}

/** Mistakes that show only when the same is said in another way. */
export const spellingMistakes = (model: Model): Planting[] => [
  misreadingRecords('reads-by-position', 'loses a member where members come in another order', readsByPosition(model)),
  misreadingRecords('reads-by-text', 'loses a member where there is white space', readsByText),
  misreadingRecords('unwraps-envelopes', 'takes data or error for the answer', unwrapsEnvelopes),
  misreadingRecords('forgets-when-written', 'has a toJSON that forgets a member', forgetsWhenWritten),
  misreadingRecords('merges-prototypes', 'copies into what all objects share', mergesPrototypes),
];
