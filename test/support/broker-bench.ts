import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DoubleOptions } from './broker-double';
import { type BrokerHome, brokerHome } from './broker-home';
import { type Outcome, runCli } from './run-cli';
import { json, type ScriptedService, scripted } from './scripted-service';

/** An interaction with a service that answers `{ "id": 1 }` at `/things/1`, and a text for the id at `/things/2`. */
export const interaction = (description: string, path = '/things/1', more: object = {}): object => ({
  description,
  request: { method: 'GET', path },
  response: { status: 200, body: { id: 1 } },
  ...more,
});

/** An interaction that the service keeps. */
export const right = interaction('right');

/** An interaction that the service breaks. */
export const wrong = interaction('wrong', '/things/2');

/** An interaction that the service hangs up on. */
export const unanswered = interaction('unanswered', '/hangs-up');

/** An interaction that Pact's verifier sends no request for: HTTP has no such header. */
export const unsent = interaction('unsent', '/things/1', {
  request: { method: 'GET', path: '/things/1', headers: { 'no name': 'x' } },
});

/** An interaction in a state: `declined` is declined, `broken` fails. */
export const inState = (state: string, path = '/things/1'): object =>
  interaction(`in ${state}`, path, { providerStates: [{ name: state }] });

/** A message, which has no answer that could be asked for. */
export const message = { description: 'a thing was made', contents: { id: 1 } };

/** All that a test of verifying the pacts of a broker needs. */
export interface BrokerBench {
  readonly broker: BrokerHome;
  readonly folder: string;
  readonly service: ScriptedService;
  /** Runs a command in the folder, with the broker in the environment. */
  readonly run: (words: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Outcome>;
  /** Runs `verify` on the service, with its states. */
  readonly verify: (words: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Outcome>;
  readonly write: (name: string, value: unknown) => void;
  readonly close: () => Promise<void>;
}

function stateAnswer(body: string): { status: number; value: object } {
  const { state } = JSON.parse(body) as { state: string };
  if (state === 'declined') return { status: 409, value: { unsupported: 'there is no such thing' } };
  return state === 'broken' ? { status: 500, value: { message: 'broken' } } : { status: 200, value: {} };
}

/** Sets up a broker, a service and a folder; to be closed by who asked for it. */
export async function brokerBench(options: DoubleOptions = {}): Promise<BrokerBench> {
  const folder = mkdtempSync(join(tmpdir(), 'pactcheck-broker-'));
  const broker = await brokerHome(options);
  const service = await scripted((request, body, response) => {
    if (request.url === '/states') {
      const { status, value } = stateAnswer(body);
      return json(response, value, status);
    }
    if (request.url === '/hangs-up') return response.destroy();
    return json(response, { id: request.url === '/things/2' ? 'two' : 1 });
  });
  const run: BrokerBench['run'] = (words, env = {}) =>
    runCli(words, { cwd: folder, env: { PATH: process.env['PATH'], PACT_BROKER_BASE_URL: broker.url, ...env } });
  const states = ['--provider-states-setup-url', `${service.url}/states`];
  return {
    broker,
    folder,
    service,
    run,
    verify: (words, env) => run(['verify', '--provider-base-url', service.url, ...states, ...words], env),
    write: (name, value) =>
      writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value)),
    close: async () => {
      rmSync(folder, { recursive: true });
      await service.close();
      await broker.close();
    },
  };
}
