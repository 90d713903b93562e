import { createServer, type IncomingHttpHeaders, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer on its way from a service to its caller. */
export interface Passing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** What the caller sent. */
  readonly request: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer };
  /** Sent in pieces of unknown length. */
  readonly isChunked?: boolean;
}

/** Changes an answer. */
export type Rewrite = (passing: Passing) => Passing;

const read = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const forward = (
  url: URL,
  method: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<Omit<Passing, 'request'>> =>
  new Promise((settle, fail) => {
    const sent = send(url, { method, headers: { ...headers, host: url.host } }, async (response) => {
      const type = response.headers['content-type'];
      settle({
        status: response.statusCode ?? 0,
        headers: type === undefined ? {} : { 'content-type': type },
        body: await read(response),
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });

function deliver(response: ServerResponse, { status, headers, body, isChunked }: Passing): void {
  response.writeHead(status, isChunked === true ? headers : { ...headers, 'content-length': String(body.length) });
  if (isChunked !== true) {
    response.end(body);
    return;
  }
  for (let start = 0; start < body.length; start += 7) response.write(body.subarray(start, start + 7));
  response.end();
}

/** Stands before a service and rewrites its answers. To be closed by who started it. */
export async function rewriting(
  target: string,
  rewrite: Rewrite,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const path = request.url ?? '/';
    const answer = await forward(new URL(path, target), request.method ?? 'GET', request.headers, body);
    deliver(response, rewrite({ ...answer, request: { path, headers: request.headers, body } }));
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const close = (): Promise<void> =>
    new Promise((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
