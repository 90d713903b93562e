import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request, whose body was read. */
export type Script = (request: IncomingMessage, body: string, response: ServerResponse) => void;

/** A service on a free port of 127.0.0.1, to be closed by who started it. */
export interface ScriptedService {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts a service that does what a test says. */
export async function scripted(script: Script): Promise<ScriptedService> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    script(request, body, response);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

/** Answers with a JSON value. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
