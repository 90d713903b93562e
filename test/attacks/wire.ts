import type { Socket } from 'node:net';
import { send } from '../../src/provider/http/send';
import type { Bench } from './bench';

/** What is asked of `send` beside its time. */
type SendOptions = Parameters<typeof send>[2];

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json';

/** An answer with a body, and header lines of its own. */
export const answer = (body: string | Buffer, head = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`${HEAD}${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`, 'latin1'),
    Buffer.from(body),
  ]);

/** The beginning of an answer without a body. */
export const headed = (head: string): string => `${HEAD}${head}\r\n\r\n`;

/** Writes again and again, as long as the other side is there. */
export function endlessly(socket: Socket, piece: string | Buffer, everyMs?: number): void {
  if (everyMs !== undefined) {
    const timer = setInterval(() => socket.write(piece), everyMs);
    socket.once('close', () => clearInterval(timer));
    return;
  }
  const fill = (): void => {
    while (!socket.destroyed) {
      if (socket.write(piece)) continue;
      socket.once('drain', fill);
      return;
    }
  };
  fill();
}

/** Sends one request to a service that answers by a script; gives what came in a line. */
export async function exchanged(
  bench: Bench,
  script: (socket: Socket) => void,
  over: Partial<SendOptions> = {},
): Promise<string> {
  const port = await bench.socketService((socket) => socket.once('data', () => script(socket)));
  const url = new URL(`http://127.0.0.1:${port}`);
  const request = { method: 'GET', target: '/', headers: { host: url.host }, body: Buffer.alloc(0) };
  try {
    const { status, body, flaws = [] } = await send(url, request, { timeoutMs: 400, retries: 0, ...over });
    return [`answer ${status} with ${body.length} bytes`, ...flaws].join('; ');
  } catch (error) {
    return `no answer: ${(error as Error).message}`;
  }
}
