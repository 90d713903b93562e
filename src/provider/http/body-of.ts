import type { IncomingMessage } from 'node:http';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

const MEGA = 1_000_000;

/** How many bytes of a body are read where nothing else is asked for. */
export const DEFAULT_MOST_BYTES = 100 * MEGA;

/** As many codings as curl undoes: each of them may make a thousand bytes of one. */
const MOST_CODINGS = 5;

/** Both forms that servers mean by `deflate`: with the zlib header of the standard, whose first byte ends in 8, or without. */
const inflate = (first: number): Transform => ((first & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw());

// Node has it from 22.15 on.
const zstd = (zlib as { readonly createZstdDecompress?: () => Transform }).createZstdDecompress;

const DECODERS: Readonly<Record<string, (first: number) => Transform>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: inflate,
  br: () => zlib.createBrotliDecompress(),
  ...(zstd === undefined ? {} : { zstd: () => zstd() }),
};

/** The content codings of an answer, in the order in which they were applied (RFC 9110, section 8.4). */
const codingsOf = ({ headers }: IncomingMessage): string[] =>
  (headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');

function decoderFor(coding: string, first: number): Transform {
  const make = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (make === undefined) throw new Error(`the answer has the unknown content encoding ${coding}`);
  return make(first);
}

function checkedCodings(incoming: IncomingMessage): string[] {
  const codings = codingsOf(incoming);
  if (codings.length > MOST_CODINGS)
    throw new Error(`the answer has ${codings.length} content encodings, one upon the other`);
  return codings;
}

/** Takes what comes, and stops with the byte that is too many. */
async function gathered(source: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > most)
      throw new Error(`its body has more than ${most / MEGA} MB once decoded: --max-body MB allows more`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Says of which coding bytes are that cannot be read by it. */
function inCoding(error: unknown, codings: readonly string[]): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (!/^(?:Z_|ERR__?ERROR|ERR_PADDING|ZSTD_|ERR_BROTLI|ERR_ZLIB|ERR__)/.test(code)) return error;
  return new Error(`its body cannot be read as ${codings.join(', ')}, which its content-encoding names: ${message}`);
}

/**
 * Reads the body of an answer as a stream, its content codings undone, last first: however much a few bytes become, no
 * more is kept than is allowed.
 * @throws where there is more than `most` bytes, or it breaks, or is not in the coding that it names.
 */
export async function bodyOf(incoming: IncomingMessage, most: number, clock: AbortSignal): Promise<Buffer> {
  const codings = checkedCodings(incoming);
  const incomingChunks = incoming[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await incomingChunks.next();
  if (first.done === true) return Buffer.alloc(0);
  const all = async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    for (let next = await incomingChunks.next(); next.done !== true; next = await incomingChunks.next())
      yield next.value;
  };
  const decoders = codings.map((coding) => decoderFor(coding, first.value[0] ?? 0)).reverse();
  const source = Readable.from(all(), { objectMode: false });
  // What breaks one of them breaks the last, from which it is read.
  if (decoders.length > 0) pipeline([source, ...decoders], { signal: clock }).catch(() => undefined);
  try {
    return await gathered(decoders.at(-1) ?? source, most);
  } catch (error) {
    throw inCoding(error, codings);
  }
}
