import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { decodedBody } from './decoded-body';
import type { RecordedExchange, RecordedHeaders, RecordedResponse, TrafficItem } from './recorded';

type Body = Pick<RecordedResponse, 'body' | 'isCut'>;

/** Headers as they were recorded, by lower-case name; absent where none were. */
function headersOf(message: JsonObject): { headers?: RecordedHeaders } {
  const headers = message['headers'];
  if (headers === undefined || !isJsonObject(headers)) return {};
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), fieldValue(value)]),
    ),
  };
}

const fieldValue = (value: JsonValue | undefined): string | string[] =>
  Array.isArray(value) ? value.map(String) : String(value);

/** A body that is shorter than its Content-Length says was not kept whole. */
function isShort(body: string | Buffer, { headers = {} }: { headers?: RecordedHeaders }): boolean {
  const told = Number(headers['content-length'] ?? Number.NaN);
  return headers['content-encoding'] === undefined && Buffer.byteLength(body) < told;
}

function bodyOf(message: JsonObject, headers: { headers?: RecordedHeaders }): Body {
  const { body, bodyBase64 } = message;
  if (typeof bodyBase64 === 'string') return decodedBody(Buffer.from(bodyBase64, 'base64'), headers.headers ?? {});
  if (typeof body === 'string') return { body, ...(isShort(body, headers) ? { isCut: true } : {}) };
  // A body that was written as a value is as good as its text.
  if (body !== undefined && body !== null) return { body: JSON.stringify(body) };
  return Number(headers.headers?.['content-length'] ?? 0) > 0 ? {} : { body: '' };
}

function receivedAt({ at }: JsonObject): { receivedAt?: number } {
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return Number.isNaN(time) ? {} : { receivedAt: time };
}

function exchangeOf(line: JsonObject, request: JsonObject, response: JsonObject, place: string): RecordedExchange {
  const { masked } = line;
  const [asked, answered] = [headersOf(request), headersOf(response)];
  return {
    place,
    request: {
      method: String(request['method'] ?? 'GET').toUpperCase(),
      url: String(request['url']),
      ...asked,
      ...bodyOf(request, asked),
    },
    response: {
      status: Number(response['status']),
      ...answered,
      ...bodyOf(response, answered),
      ...(response['isCut'] === true ? { isCut: true } : {}),
      ...receivedAt(line),
    },
    ...(Array.isArray(masked) ? { masked: masked.map(String) } : {}),
  };
}

/** Reads one line of recorded exchanges. */
export function readNdjsonLine(text: string, place: string): TrafficItem {
  let line: JsonValue;
  try {
    line = JSON.parse(text) as JsonValue;
  } catch {
    return { kind: 'damaged', place, reason: 'is not JSON' };
  }
  const [request, response] = isJsonObject(line) ? [line['request'], line['response']] : [];
  if (request === undefined || !isJsonObject(request) || typeof request['url'] !== 'string')
    return { kind: 'damaged', place, reason: 'is no exchange: it has no request with a url' };
  if (response === undefined || !isJsonObject(response) || !(Number(response['status']) > 0))
    return { kind: 'skipped', place, reason: 'no answer came' };
  return { kind: 'exchange', exchange: exchangeOf(line as JsonObject, request, response, place) };
}
