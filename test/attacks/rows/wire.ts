import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Attack, Table } from '../attack';
import { answer, endlessly, exchanged, headed } from '../wire';

const BODY = '{"a":1}';

const LATE = /^no answer: there was no whole answer within 0\.4 s$/;

/** Fast to make: its content hardly matters. */
const bomb = (): Buffer =>
  brotliCompressSync(Buffer.alloc(200_000_000, 0x20), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

const encoded = (encoding: string, body: Buffer) => (socket: Socket) =>
  void socket.write(answer(body, `\r\nContent-Encoding: ${encoding}`));

/** One request, one answer on the wire. */
const row = (
  name: string,
  script: (socket: Socket) => void,
  must: RegExp,
  broken: string,
  over: Parameters<typeof exchanged>[2] = {},
): Attack => ({ name, came: (bench) => exchanged(bench, script, over), must, broken });

const plainly = (text: string) => (socket: Socket) => void socket.write(Buffer.from(text, 'latin1'));

const HUNG = 'hung';

/** What a service may do to a connection. */
export const WIRE: Table = {
  kind: 'services',
  attacks: [
    row('never answers', () => undefined, LATE, HUNG),
    row('stalls behind its header', plainly(headed('\r\nContent-Length: 7')), LATE, HUNG),
    row('stalls in its body', plainly(`${headed('\r\nContent-Length: 70')}{`), LATE, HUNG),
    row('stalls in its header', plainly('HTTP/1.1 200 OK\r\nContent-'), LATE, HUNG),
    row(
      'drips its body',
      (socket) => {
        socket.write(headed('\r\nContent-Length: 7000'));
        endlessly(socket, ' ', 20);
      },
      LATE,
      'answer 200 with 7000 bytes',
    ),
    row(
      'drips its header',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nX-A: ');
        endlessly(socket, 'a', 20);
      },
      LATE,
      HUNG,
    ),
    row(
      'goes on with interim answers',
      (socket) => endlessly(socket, 'HTTP/1.1 102 Processing\r\n\r\n', 20),
      LATE,
      HUNG,
    ),
    row(
      'switches protocols',
      plainly('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: foo\r\n\r\n'),
      /^no answer: it switched protocols \(status 101, to foo\)/,
      'nothing: the event loop ran empty',
    ),
    row(
      'switches protocols, and ends',
      (socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      /^no answer: it switched protocols/,
      'nothing: the event loop ran empty',
    ),
    row('says 101 without an upgrade', plainly('HTTP/1.1 101 Switching Protocols\r\n\r\n'), /^no answer: /, HUNG),
    row('hangs up at once', (socket) => socket.destroy(), /^no answer: the connection broke/, HUNG),
    row(
      'ends before its body is whole',
      (socket) => socket.end(`${headed('\r\nContent-Length: 70')}${BODY}`),
      /^no answer: the connection broke before the answer was whole/,
      'answer 200 with 7 bytes',
    ),
    row(
      'resets in its body',
      (socket) => socket.write(`${headed('\r\nContent-Length: 70')}${BODY}`, () => socket.resetAndDestroy()),
      /^no answer: the connection broke before the answer was whole/,
      'answer 200 with 7 bytes',
    ),
    row(
      'ends in a chunk',
      (socket) => socket.end(`${headed('\r\nTransfer-Encoding: chunked')}ff\r\n{"id"`),
      /^no answer: /,
      'answer 200 with 5 bytes',
    ),
    row(
      'sends a chunk without a length',
      plainly(`${headed('\r\nTransfer-Encoding: chunked')}zz\r\nhello\r\n`),
      /^no answer: its answer is no HTTP/,
      'answer 200 with 5 bytes',
    ),
    row(
      'has the status 000',
      plainly(`HTTP/1.1 000 Zero\r\nContent-Length: 7\r\n\r\n${BODY}`),
      /the status 000, which HTTP does not have/,
      'no answer: Invalid status code: 0',
    ),
    row(
      'has the status 099',
      plainly(`HTTP/1.1 099 Low\r\nContent-Length: 7\r\n\r\n${BODY}`),
      /the status 099, which HTTP does not have/,
      'answer 99 with 7 bytes',
    ),
    row(
      'has a status of four digits',
      plainly(`HTTP/1.1 1000 High\r\nContent-Length: 7\r\n\r\n${BODY}`),
      /^no answer: its answer is no HTTP: Invalid response status/,
      'answer 1000 with 7 bytes',
    ),
    row(
      'has the status 999',
      plainly(`HTTP/1.1 999 High\r\nContent-Length: 7\r\n\r\n${BODY}`),
      /^answer 999 with 7 bytes$/,
      'no answer',
    ),
    row(
      'has two content types',
      (socket) => void socket.write(answer(BODY, '\r\nContent-Type: text/html')),
      /the answer has 2 content-type fields, where only one may be: application\/json and text\/html/,
      'answer 200 with 7 bytes',
    ),
    row(
      'has two etags',
      (socket) => void socket.write(answer(BODY, '\r\nETag: a\r\nETag: b')),
      /2 etag fields/,
      'answer 200 with 7 bytes',
    ),
    row(
      'says its content type twice',
      (socket) => void socket.write(answer(BODY, '\r\nContent-Type: application/json')),
      /^answer 200 with 7 bytes$/,
      'answer 200 with 7 bytes; the answer has 1 content-type fields',
    ),
    row(
      'has two lengths',
      plainly(`${headed('\r\nContent-Length: 5\r\nContent-Length: 7')}${BODY}`),
      /no HTTP/,
      'answer 200 with 5 bytes',
    ),
    row(
      'has a length and chunks',
      plainly(`${headed('\r\nContent-Length: 7\r\nTransfer-Encoding: chunked')}7\r\n${BODY}\r\n0\r\n\r\n`),
      /no HTTP/,
      'answer 200 with 7 bytes',
    ),
    row('has a negative length', plainly(`${headed('\r\nContent-Length: -5')}${BODY}`), /no HTTP/, HUNG),
    row('has a length of twenty digits', plainly(headed(`\r\nContent-Length: ${'9'.repeat(20)}`)), /no HTTP/, HUNG),
    row('speaks SSH', plainly('SSH-2.0-OpenSSH_9\r\n\r\n'), /^no answer: its answer is no HTTP/, HUNG),
    row('has a control in a header', plainly(`${headed('\r\nX-A: \u0001')}`), /no HTTP/, 'answer 200'),
    row('folds a header line', plainly(`${headed('\r\nX-A: a\r\n b')}`), /no HTTP/, 'answer 200'),
    row('has a header name with a blank', plainly(`${headed('\r\nX A(: 1')}`), /no HTTP/, 'answer 200'),
    row(
      'has a header of 200 KB',
      (socket) => void socket.write(answer(BODY, `\r\nX-A: ${'a'.repeat(200_000)}`)),
      /longer than 128 KB/,
      'no answer: Parse Error: Header overflow',
    ),
    row(
      'has no end',
      (socket) => {
        socket.write(headed('\r\nTransfer-Encoding: chunked'));
        const chunk = Buffer.alloc(1 << 20, 0x20);
        endlessly(socket, Buffer.concat([Buffer.from('100000\r\n'), chunk, Buffer.from('\r\n')]));
      },
      /more than 10 MB once decoded/,
      'no answer: JavaScript heap out of memory',
      { mostBytes: 10_000_000, timeoutMs: 20_000 },
    ),
    row(
      'is a bomb of brotli',
      encoded('br', bomb()),
      /more than 10 MB once decoded/,
      'answer 200 with 200000000 bytes',
      { mostBytes: 10_000_000, timeoutMs: 20_000 },
    ),
    row(
      'is a bomb of gzip in gzip',
      encoded('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000, 0x20)))),
      /more than 10 MB once decoded/,
      'answer 200 with 50000000 bytes',
      { mostBytes: 10_000_000, timeoutMs: 20_000 },
    ),
    row('is in gzip', encoded('gzip', gzipSync(BODY)), /^answer 200 with 7 bytes$/, 'no answer'),
    row('is in brotli', encoded('br', brotliCompressSync(BODY)), /^answer 200 with 7 bytes$/, 'no answer'),
    row('is in zlib', encoded('deflate', deflateSync(BODY)), /^answer 200 with 7 bytes$/, 'no answer'),
    row('is in deflate', encoded('deflate', deflateRawSync(BODY)), /^answer 200 with 7 bytes$/, 'no answer'),
    row('is in gzip twice', encoded('gzip, gzip', gzipSync(gzipSync(BODY))), /^answer 200 with 7 bytes$/, 'no answer'),
    row(
      'is in gzip six times',
      encoded(Array.from({ length: 6 }, () => 'gzip').join(', '), gzipSync(BODY)),
      /6 content encodings/,
      'answer 200 with 7 bytes',
    ),
    row('says gzip, and is not', encoded('gzip', Buffer.from('not gzip')), /cannot be read as gzip/, 'answer 200'),
    row('says brotli, and is not', encoded('br', Buffer.from('not brotli')), /cannot be read as br/, 'answer 200'),
    row(
      'is half of gzip',
      encoded('gzip', gzipSync(BODY).subarray(0, -6)),
      /cannot be read as gzip.*unexpected end/,
      'answer 200 with 7 bytes',
    ),
    row('is in a coding of its own', encoded('zip', Buffer.from('x')), /unknown content encoding zip/, 'answer 200'),
    row('is nothing in gzip', encoded('gzip', Buffer.alloc(0)), /^answer 200 with 0 bytes$/, 'no answer'),
    row(
      'gives hints first',
      (socket) =>
        void socket.write(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'), answer(BODY)])),
      /^answer 200 with 7 bytes$/,
      'answer 103',
    ),
    row(
      'speaks HTTP/1.0',
      (socket) => void socket.end(`HTTP/1.0 200 OK\r\n\r\n${BODY}`),
      /^answer 200 with 7 bytes$/,
      'no answer',
    ),
  ],
};
