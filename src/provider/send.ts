import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type HeaderFields, headerOf, type ReceivedResponse, type SentRequest } from './exchange';

/** How calls to the live service are made. */
export interface SendOptions {
  /** How long to wait for the whole answer, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a connection is tried again that could not be made. An answer, whatever it is, is never asked for again. */
  readonly retries: number;
}

type Decoder = (bytes: Buffer) => Buffer;

/** Both forms that servers mean by `deflate`: with the zlib header of the standard, or without. */
const inflate: Decoder = (bytes) => {
  try {
    return inflateSync(bytes);
  } catch {
    return inflateRawSync(bytes);
  }
};

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflate,
  br: brotliDecompressSync,
};

/** The body with its content codings undone, last first (RFC 9110, section 8.4). */
function decoded(bytes: Buffer, headers: HeaderFields): Buffer {
  const codings = (headerOf(headers, 'content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (bytes.length === 0) return bytes;
  return codings.reduceRight((so, coding) => {
    const decode = DECODERS[coding];
    if (decode === undefined) throw new Error(`the answer has the unknown content encoding ${coding}`);
    return decode(so);
  }, bytes);
}

/** Errors of a connection that was never made, so that the service cannot have seen the request. */
const isUnconnected = (error: unknown): boolean =>
  ['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes((error as NodeJS.ErrnoException).code ?? '');

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

function once(baseUrl: URL, sent: SentRequest, timeoutMs: number): Promise<ReceivedResponse> {
  const send = baseUrl.protocol === 'https:' ? requestHttps : requestHttp;
  const path = baseUrl.pathname.replace(/\/$/, '') + sent.target;
  const { hostname, port } = baseUrl;
  return new Promise((settle, fail) => {
    const options = { hostname: hostname.replace(/^\[|\]$/g, ''), port, path, method: sent.method, agent: false };
    const outgoing = send({ ...options, headers: sent.headers as NodeJS.Dict<string | string[]> }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', fail);
      incoming.on('end', () => {
        const { statusCode = 0, headers } = incoming;
        try {
          const body = decoded(Buffer.concat(chunks), headers);
          settle({ status: statusCode, headers, body, receivedAt: Date.now() });
        } catch (error) {
          fail(error);
        }
      });
    });
    const timer = setTimeout(
      () => outgoing.destroy(new Error(`there was no whole answer within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    outgoing.on('error', fail);
    outgoing.on('close', () => clearTimeout(timer));
    outgoing.end(sent.body);
  });
}

/**
 * Sends a request to the live service, on a connection of its own.
 * @throws the error of the connection, where it cannot be made or breaks before the answer is whole.
 */
export async function send(baseUrl: URL, sent: SentRequest, options: SendOptions): Promise<ReceivedResponse> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(baseUrl, sent, options.timeoutMs);
    } catch (error) {
      if (attempt > options.retries || !isUnconnected(error)) throw error;
      await pause(50 * attempt);
    }
  }
}
