import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { decodedBody } from './decoded-body';
import type { RecordedExchange, RecordedHeaders, RecordedRequest, RecordedResponse, TrafficItem } from './recorded';

const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  value !== undefined && isJsonObject(value) ? value[name] : undefined;

const textOf = (value: JsonValue | undefined, name: string): string | undefined => {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
};

const numberOf = (value: JsonValue | undefined, name: string): number | undefined => {
  const found = member(value, name);
  return typeof found === 'number' ? found : undefined;
};

const listOf = (value: JsonValue | undefined, name: string): readonly JsonValue[] => {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
};

/** The headers of a HAR's message: a list of names and values, of HTTP/2 with `:status` among them. */
function headersOf(message: JsonObject): RecordedHeaders {
  const headers: Record<string, string | string[]> = Object.create(null);
  for (const field of listOf(message, 'headers')) {
    const [name, value] = [textOf(field, 'name')?.toLowerCase(), textOf(field, 'value')];
    if (name === undefined || value === undefined || name.startsWith(':')) continue;
    headers[name] = headers[name] === undefined ? value : [headers[name], value].flat();
  }
  return headers;
}

/** What recorders write where they do not know a type. */
const isType = (mimeType: string | undefined): mimeType is string =>
  mimeType !== undefined && mimeType !== '' && mimeType !== 'x-unknown';

/** The headers of an answer: where the recorder kept none, its type is in the content. */
function answerHeaders(response: JsonObject, content: JsonValue | undefined): RecordedHeaders {
  const headers = headersOf(response);
  const mimeType = textOf(content, 'mimeType');
  return Object.keys(headers).length === 0 && isType(mimeType) ? { 'content-type': mimeType } : headers;
}

/** What a recorder says beside a body that it did not keep, or not whole. */
const NOT_KEPT = /not included|truncat|omitted|too (?:large|big)|cut off/i;

type Body = Pick<RecordedResponse, 'body' | 'isCut'>;

/** The bytes of a text: of one in which compressed bytes stand as characters, those. */
const bytesIn = (text: string): Buffer => Buffer.from(text, text.startsWith('\u001f\u008b') ? 'latin1' : 'utf8');

/** The body of an answer: kept as text or as base64, decoded or as it was sent, whole, in part or not at all. */
function contentOf(response: JsonObject, headers: RecordedHeaders): Body {
  const { content } = response;
  const [text, size] = [textOf(content, 'text'), numberOf(content, 'size')];
  const wasSent = Number(headers['content-length'] ?? 0) > 0 || (numberOf(response, 'bodySize') ?? 0) > 0;
  const isNotKept = NOT_KEPT.test(textOf(content, 'comment') ?? '') || (!text && wasSent);
  if (text === undefined || text === '') return size === 0 && !isNotKept ? { body: '' } : unkept(text, size, isNotKept);
  const isBase64 = textOf(content, 'encoding') === 'base64';
  const isSent = isBase64 || text.startsWith('\u001f\u008b');
  const decoded: Body = isSent
    ? decodedBody(isBase64 ? Buffer.from(text, 'base64') : bytesIn(text), headers)
    : { body: text };
  const isShort = size !== undefined && !isSent && text.length < size && Buffer.byteLength(text) < size;
  return isNotKept || isShort ? { ...decoded, isCut: true } : decoded;
}

/** An empty text of which a size is told was not kept; where nothing is told, there was none. */
const unkept = (text: string | undefined, size: number | undefined, isNotKept: boolean): Body =>
  text === '' && (size === undefined || size <= 0) && !isNotKept ? { body: '' } : {};

/** The body of a request: text, or the fields of a form. */
function postedOf(request: JsonObject): Pick<RecordedRequest, 'body'> {
  const posted = request['postData'];
  if (posted === undefined) return numberOf(request, 'bodySize') === 0 ? { body: '' } : {};
  const text = textOf(posted, 'text');
  return text === undefined ? {} : { body: text };
}

function receivedAt(entry: JsonObject): number | undefined {
  const started = Date.parse(textOf(entry, 'startedDateTime') ?? '');
  return Number.isNaN(started) ? undefined : started + Math.max(0, numberOf(entry, 'time') ?? 0);
}

function exchangeOf(entry: JsonObject, request: JsonObject, response: JsonObject, place: string): RecordedExchange {
  const content = response['content'];
  const headers = answerHeaders(response, content);
  const time = receivedAt(entry);
  const { isCut, ...body } = contentOf(response, headers);
  return {
    place,
    request: {
      method: (textOf(request, 'method') ?? '').toUpperCase(),
      url: textOf(request, 'url') ?? '',
      headers: headersOf(request),
      ...postedOf(request),
    },
    response: {
      status: numberOf(response, 'status') ?? 0,
      headers,
      ...body,
      ...(isCut === true ? { isCut } : {}),
      ...(time === undefined ? {} : { receivedAt: time }),
    },
  };
}

/** Reads the text of one entry of a HAR 1.2. */
export function readHarEntry(text: string, place: string): TrafficItem {
  let entry: JsonValue;
  try {
    entry = JSON.parse(text) as JsonValue;
  } catch {
    return { kind: 'damaged', place, reason: 'is not JSON' };
  }
  const [request, response] = [member(entry, 'request'), member(entry, 'response')];
  const isExchange =
    isJsonObject(entry) && request !== undefined && isJsonObject(request) && textOf(request, 'url') !== undefined;
  if (!isExchange) return { kind: 'damaged', place, reason: 'has no request' };
  if (response === undefined || !isJsonObject(response) || (numberOf(response, 'status') ?? 0) <= 0)
    return { kind: 'skipped', place, reason: 'no answer came' };
  return { kind: 'exchange', exchange: exchangeOf(entry as JsonObject, request, response, place) };
}
