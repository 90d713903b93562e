import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HarEntries } from './har-entries';
import { readHarEntry } from './har-entry';
import { readNdjsonLine } from './ndjson-line';
import type { TrafficItem } from './recorded';

/** How many bytes are read at once. */
const CHUNK = 1 << 20;

const [NEWLINE, BOM] = [0x0a, Buffer.from('\ufeff')];

/** Reads one format out of bytes that come one after another. */
interface Reader {
  /** Gives what the bytes complete. */
  push(chunk: Buffer): Iterable<TrafficItem>;
  /** Gives what is left when no more bytes come. */
  end(): Iterable<TrafficItem>;
}

class HarReader implements Reader {
  private readonly entries = new HarEntries();
  private count = 0;

  constructor(private readonly name: string) {}

  *push(chunk: Buffer): Generator<TrafficItem> {
    for (const entry of this.entries.push(chunk)) {
      this.count += 1;
      yield readHarEntry(entry.toString('utf8'), `${this.name} entry ${this.count}`);
    }
  }

  *end(): Generator<TrafficItem> {
    if (!this.entries.isWhole)
      yield {
        kind: 'cut',
        sentence: `${this.name} is cut off after ${this.count} entries: what stands before is judged`,
      };
  }
}

class LineReader implements Reader {
  private kept: Buffer[] = [];
  private line = 0;
  private good = 0;

  constructor(private readonly name: string) {}

  *push(chunk: Buffer): Generator<TrafficItem> {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const last = chunk.subarray(from, end);
      const whole = this.kept.length === 0 ? last : Buffer.concat([...this.kept, last]);
      this.kept = [];
      from = end + 1;
      yield* this.read(whole);
    }
    if (from < chunk.length) this.kept.push(chunk.subarray(from));
  }

  /** A last line without an end, that cannot be read, was cut off. */
  *end(): Generator<TrafficItem> {
    if (this.kept.length === 0) return;
    for (const item of this.read(Buffer.concat(this.kept))) {
      const isCut = item.kind === 'damaged' && item.reason === 'is not JSON' && this.good > 0;
      yield isCut
        ? { kind: 'cut', sentence: `${this.name} is cut off in line ${this.line}: the lines before it are judged` }
        : item;
    }
  }

  private *read(bytes: Buffer): Generator<TrafficItem> {
    this.line += 1;
    const text = bytes.toString('utf8');
    if (text.trim() === '') return;
    const item = readNdjsonLine(text, `${this.name}:${this.line}`);
    if (item.kind !== 'damaged') this.good += 1;
    yield item;
  }
}

/** Whether a file begins as a HAR does: an object that has a `log` before it has a `request`. */
function isHar(head: Buffer): boolean {
  const text = head.toString('latin1');
  const [log, request] = [/"log"\s*:\s*\{/.exec(text)?.index, /"request"\s*:\s*\{/.exec(text)?.index];
  return log !== undefined && (request === undefined || log < request);
}

/** Chooses by the first bytes. */
const readerFor = (head: Buffer, name: string): Reader => (isHar(head) ? new HarReader(name) : new LineReader(name));

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** The bytes of a file; of one that is compressed by gzip, what it holds. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done === true) return;
  const all = async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  };
  if (!isGzip(first.value)) yield* all();
  else yield* unzipped(all());
}

/** Undoes gzip as a stream. */
async function* unzipped(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const from = Readable.from(source, { objectMode: false });
  from.on('error', (error) => gunzip.destroy(error));
  from.pipe(gunzip);
  for await (const chunk of gunzip) yield chunk as Buffer;
}

/**
 * Reads a file of traffic as a stream: a HAR 1.2, or exchanges as NDJSON; either may be compressed by gzip. The format is
 * told by what the file holds. A chunk of bytes is one step, so that whoever reads can stop between them.
 * @param name the file, as places in it are named.
 * @throws the error of the file system where the file cannot be read.
 */
export async function* readTraffic(path: string, name: string): AsyncGenerator<Iterable<TrafficItem>> {
  let reader: Reader | undefined;
  try {
    for await (const bytes of bytesOf(path)) {
      const chunk = reader === undefined && bytes.subarray(0, 3).equals(BOM) ? bytes.subarray(3) : bytes;
      reader ??= readerFor(chunk, name);
      yield reader.push(chunk);
    }
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    yield [{ kind: 'cut', sentence: `${name} is cut off: its gzip ends too early` }];
    return;
  }
  if (reader !== undefined) yield reader.end();
}
