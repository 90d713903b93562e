import { isJsonObject, type JsonObject, type JsonValue, type OperationSource, valueAt } from '../../src/contract';

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const membersAt = (document: JsonValue, pointer: string): [name: string, pointer: string][] => {
  const value = valueAt(document, pointer);
  return value !== undefined && isJsonObject(value)
    ? Object.keys(value).map((name) => [name, `${pointer}/${escaped(name)}`])
    : [];
};

/** The place that a reference leads to; `undefined` where that is in another file. */
function followed(document: JsonValue, pointer: string | undefined, hops = 0): string | undefined {
  const value = pointer === undefined ? undefined : valueAt(document, pointer);
  const reference = value !== undefined && isJsonObject(value) ? value['$ref'] : undefined;
  if (typeof reference !== 'string') return value === undefined ? undefined : pointer;
  return reference.startsWith('#/') && hops < 20
    ? followed(document, decodeURIComponent(reference.slice(1)), hops + 1)
    : undefined;
}

const bare = (mediaType: string): string => (mediaType.split(';')[0] ?? '').trim().toLowerCase();

/** Of the paths that an operation's own may end with (a server's may stand before it), the longest. */
function operationAt(document: JsonValue, { method, path }: OperationSource): string | undefined {
  const items = membersAt(document, '/paths').filter(([name]) => path.endsWith(name));
  const [item] = items.sort(([left], [right]) => right.length - left.length);
  const followedItem = followed(document, item?.[1]);
  return followedItem === undefined ? undefined : `${followedItem}/${method.toLowerCase()}`;
}

/**
 * Where the schema of an answer stands in its document, as a JSON pointer; `undefined` where it has none there, as where
 * it is in another file.
 * @param status as the contract has it: documents may write `4xx`.
 */
export function originalSchema(document: JsonObject, source: OperationSource, status: string): string | undefined {
  const operation = operationAt(document, source);
  const answers = operation === undefined ? [] : membersAt(document, `${operation}/responses`);
  const answer = followed(document, answers.find(([name]) => name.toLowerCase() === status.toLowerCase())?.[1]);
  if (answer === undefined) return undefined;
  const mediaType = source.responses[status]?.mediaType ?? 'application/json';
  const contents = membersAt(document, `${answer}/content`);
  const content = contents.find(([name]) => bare(name) === mediaType) ?? contents.find(([name]) => name.includes('*'));
  const schema = `${content?.[1] ?? answer}/schema`;
  return valueAt(document, schema) === undefined ? undefined : schema;
}
