import type { Server } from 'node:http';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Bench, CommandOptions } from './bench';

/** Answers a request of a service. */
export type Answering = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A service that was started, and what it was asked. */
export interface Heard {
  readonly port: number;
  readonly url: string;
  /** `METHOD target`, and the values of its headers, of every request. */
  readonly requests: string[];
}

/** Starts a service on this machine that ends with the attack. */
export async function hearing(bench: Bench, answering: Answering, tls?: ServerOptions): Promise<Heard> {
  const requests: string[] = [];
  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    requests.push([`${request.method} ${request.url}`, ...Object.values(request.headers).flat(), body].join(' '));
    answering(request, response, body);
  };
  const server: Server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  bench.alsoClose(
    () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { port, requests, url: `http${tls === undefined ? '' : 's'}://127.0.0.1:${port}` };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

/** An interaction of a pact: what differs from `GET /things/1`, answered with `{"id":1}`. */
export interface Agreed {
  readonly request?: object;
  readonly response?: object;
  readonly providerStates?: readonly object[];
}

/** Writes a pact of these interactions into `pacts/`. */
export function writePact(bench: Bench, agreed: readonly Agreed[]): void {
  const interactions = agreed.map(({ request, response, ...rest }, index) => ({
    description: `number ${index + 1}`,
    request: { method: 'GET', path: '/things/1', ...request },
    response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 1 }, ...response },
    ...rest,
  }));
  const head = { consumer: { name: 'a' }, provider: { name: 'b' } };
  const pact = { ...head, interactions, metadata: { pactSpecification: { version: '3.0.0' } } };
  bench.write({ 'pacts/a-b.json': JSON.stringify(pact) });
}

/** Verifies `pacts/` against an address; gives the exit code and all that was said. */
export const verified = async (
  bench: Bench,
  url: string,
  words: readonly string[] = [],
  options: CommandOptions = {},
): Promise<string> =>
  (await bench.run(['verify', '--provider-base-url', url, '--timeout', '5', ...words], options)).text;
