import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReceivedResponse, SentRequest } from './exchange';

/** Answers a request that arrived at a server of ours. */
export type Answerer = (request: SentRequest) => Promise<ReceivedResponse>;

/** A server on the loopback interface that was started, and must be closed by who started it. */
export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Headers that belong to one connection (RFC 9110, section 7.6.1), or that change as a body is decoded. */
const OWN = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'content-encoding',
]);

function write(response: ServerResponse, { status, headers, body }: ReceivedResponse): void {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !OWN.has(name)) response.setHeader(name, value as string | string[]);
  response.statusCode = status;
  response.end(body);
}

const unexpected = (error: unknown): ReceivedResponse => ({
  status: 502,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from((error as Error).message),
});

function closed(server: Server): Promise<void> {
  return new Promise((settle) => {
    server.close(() => settle());
    server.closeAllConnections();
  });
}

/** Starts a server on a free port of 127.0.0.1 that answers everything by one function. */
export async function listen(answer: Answerer): Promise<Listening> {
  const server = createServer(async (incoming, response) => {
    const { method = 'GET', url = '/', headers } = incoming;
    try {
      const answered = await answer({ method, target: url, headers, body: await bodyOf(incoming) });
      write(response, answered);
    } catch (error) {
      write(response, unexpected(error));
    }
  });
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', settle);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => closed(server) };
}
