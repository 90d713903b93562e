import * as zlib from 'node:zlib';
import type { RecordedHeaders } from './recorded';

/** A body that a recorder kept as it was sent becomes at most so many bytes. */
const MOST = { maxOutputLength: 100_000_000 };

type Decode = (bytes: Buffer) => Buffer;

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: (bytes) => zlib.gunzipSync(bytes, MOST),
  'x-gzip': (bytes) => zlib.gunzipSync(bytes, MOST),
  deflate: (bytes) =>
    ((bytes[0] ?? 0) & 0x0f) === 8 ? zlib.inflateSync(bytes, MOST) : zlib.inflateRawSync(bytes, MOST),
  br: (bytes) => zlib.brotliDecompressSync(bytes, MOST),
};

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The content codings of a message, in the order in which they were applied (RFC 9110, section 8.4). */
const codingsOf = (headers: RecordedHeaders): string[] =>
  String(headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');

/** Text as JSON begins; what a coding makes of it does not. */
const looksPlain = (bytes: Buffer): boolean =>
  /^[\s\ufeff]*[[{"\-\dtfn]/.test(bytes.subarray(0, 64).toString('latin1'));

/** A body with its codings undone, and whether it could not be undone to its end. */
export interface DecodedBody {
  readonly body?: Buffer;
  readonly isCut?: true;
}

/**
 * Undoes the content coding of a body that a recorder kept as it was sent. Most recorders keep it decoded, whatever the
 * headers say: that stays as it is.
 */
export function decodedBody(bytes: Buffer, headers: RecordedHeaders): DecodedBody {
  const codings = codingsOf(headers);
  const isSent = isGzip(bytes) || (codings.length > 0 && bytes.length > 0 && !looksPlain(bytes));
  if (!isSent) return { body: bytes };
  try {
    const applied = codings.length === 0 ? ['gzip'] : codings;
    return { body: applied.reduceRight((rest, coding) => decodeBy(coding, rest), bytes) };
  } catch {
    return isGzip(bytes) ? { isCut: true } : { body: bytes };
  }
}

function decodeBy(coding: string, bytes: Buffer): Buffer {
  const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (decode === undefined) throw new Error(`unknown coding ${coding}`);
  return decode(bytes);
}
