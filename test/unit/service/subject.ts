import { request } from 'node:http';
import { type LiveOptions, startLiveService } from '../../../src/app/live-service';
import { generateCases } from '../../../src/cases';
import { type Case, type Contract, type JsonValue, parseJson, stringifyJson } from '../../../src/contract';
import type { RunningService } from '../../../src/service';

/** What to send. A body that is no text or bytes is sent as JSON, with its Content-Type. */
export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonValue | Buffer;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  /** The body as JSON; `undefined` where it is none. */
  readonly json: JsonValue | undefined;
}

const jsonOf = (bytes: Buffer): JsonValue | undefined => {
  try {
    return parseJson(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};

/** Sends a call over a real socket. */
export function call(service: RunningService, { method = 'PUT', path, headers = {}, body }: Sent): Promise<Received> {
  const bytes = Buffer.isBuffer(body) ? body : body === undefined ? undefined : Buffer.from(stringifyJson(body));
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const length = bytes === undefined ? {} : { 'content-length': String(bytes.length) };
  return new Promise((settle, fail) => {
    const sent = request(
      `${service.url}${path}`,
      { method, headers: { ...type, ...length, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const received = Buffer.concat(chunks);
          const { statusCode = 0, headers: got } = response;
          settle({ status: statusCode, headers: got, bytes: received, json: jsonOf(received) });
        });
      },
    );
    sent.on('error', fail);
    sent.end(bytes);
  });
}

/** The header that lets a caller in. */
export const bearer = (service: RunningService): { authorization: string } => ({
  authorization: `Bearer ${service.token}`,
});

/** Has a state set up or torn down, as Pact does. */
export const state = (
  service: RunningService,
  name: string,
  params: JsonValue = {},
  action = 'setup',
): Promise<Received> =>
  call(service, {
    method: 'POST',
    path: new URL(service.statesUrl).pathname,
    body: { state: name, params, action },
  });

/** Starts a service for one test and ends it, whatever comes of the test. */
export async function during<T>(
  contract: Contract,
  options: LiveOptions,
  test: (service: RunningService) => Promise<T>,
): Promise<T> {
  const service = await startLiveService(contract, options);
  try {
    return await test(service);
  } finally {
    await service.close();
  }
}

/** All cases of the first operation's answer. */
export const casesOf = (contract: Contract): Case[] => [...generateCases(contract, { mode: 'edge', seed: 1 })];
