import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { makeFolder } from './folder';
import { installPackage } from './installed-package';

/** A project that runs its tests by one of the runners. */
export interface RunnerProject {
  readonly path: string;
  /** Runs a program of the project's packages; gives what it printed, and its exit code. */
  readonly run: (script: string, words: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ended>;
  readonly remove: () => void;
}

/** What came of a program. */
export interface Ended {
  readonly exitCode: number;
  /** Without colours. */
  readonly output: string;
}

/** A project with these files, and this package installed as it is published. */
export function runnerProject(files: Readonly<Record<string, string>>): RunnerProject {
  const { path, remove } = makeFolder({ 'package.json': '{ "name": "project", "private": true }', ...files });
  installPackage(path);
  const run: RunnerProject['run'] = (script, words, env = {}) =>
    new Promise((settle) => {
      // What Jest sets for its own workers is none of the project's business.
      const { JEST_WORKER_ID: _id, NODE_OPTIONS: _options, ...own } = process.env;
      const options = { cwd: path, env: { ...own, NO_COLOR: '1', FORCE_COLOR: '0', ...env }, maxBuffer: 2 ** 26 };
      const program = script === 'node' ? [...words] : [join(path, 'node_modules', script), ...words];
      execFile(process.execPath, program, options, (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : Number(error.code ?? 1);
        settle({ exitCode, output: `${stdout}${stderr}` });
      });
    });
  return { path, run, remove };
}

const CONTRACT = `
export default {
  version: 1, name: 'small', consumer: 'web', provider: 'shop',
  models: {
    Order: {
      type: 'object',
      properties: {
        id: { type: 'string', minLength: 1, maxLength: 20 },
        total: { type: 'integer', format: 'int64' },
        since: { type: 'string', format: 'date-time' },
      },
      required: ['id'],
    },
    Refusal: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
  },
  operations: {
    getOrder: {
      method: 'GET', path: '/orders/{id}', security: { scheme: 'bearer' },
      parameters: { id: { in: 'path', schema: { type: 'string' }, value: { $from: 'before', pointer: '/id' } } },
      responses: {
        '200': { schema: { $ref: '#/$defs/Order' }, states: [{ name: 'an order exists', params: { order: { $from: 'before' } } }] },
        '401': {
          schema: { $ref: '#/$defs/Refusal' }, states: [{ name: 'the caller has no valid token' }], provokedBy: 'invalid credentials',
        },
      },
    },
  },
};
`;

/** A client as people write one: bigints, Dates, an error of its own; \`MISTAKE\` gives it one. */
const CLIENT = `
import { parseJson } from 'pactcheck';
class Refused extends Error {
  constructor(status, message) { super(message); this.name = 'Refused'; this.status = status; }
}
const moment = (text) => new Date(Date.parse(text.toUpperCase().replace(':60', ':59').replace(/(\\.\\d{3})\\d+/, '$1')) + (text.includes(':60') ? 1000 : 0));
export const parse = (body) => {
  const { id, total, since } = parseJson(body);
  const order = { id };
  if (total !== undefined) order.total = process.env.MISTAKE === 'digits' ? Math.trunc(Number(total) / 10) * 10 : BigInt(total);
  if (since !== undefined) order.since = moment(since);
  return order;
};
export async function read({ request }, baseUrl) {
  const headers = { authorization: request.headers.Authorization?.value ?? '' };
  const response = await fetch(baseUrl + request.path, { headers });
  const text = await response.text();
  if (response.ok) return parse(text);
  if (process.env.MISTAKE === 'status') throw new Refused(500, 'something');
  if (process.env.MISTAKE === 'fails') return JSON.parse(text).order.id;
  if (process.env.MISTAKE === 'gives') return undefined;
  throw new Refused(response.status, JSON.parse(text).message);
}
`;

/** What the test files of all runners say; \`RUNNER\` is put in its place. */
const CONSUMER = `
import { testConsumer } from 'pactcheck/RUNNER';
import contract from '../contracts/small/contract';
import { read } from '../client';
describe('the web', () => testConsumer(contract, { read }));
`;

const PROVIDER = `
import { testProvider } from 'pactcheck/RUNNER';
import { serve } from 'pactcheck/provider';
let service;
beforeAll(async () => { service = await serve('small', { fault: process.env.FAULT }); });
afterAll(() => service.close());
const setUp = async (params, { state }) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(service.statesUrl, { method: 'POST', headers, body: JSON.stringify({ state, params, action: 'setup' }) });
  return answer.json();
};
const declined = () => ({ unsupported: 'there is no such way here' });
describe('the shop', () => {
  testProvider({
    providerBaseUrl: () => service.url,
    states: { 'an order exists': process.env.DECLINE ? declined : setUp, 'the caller has no valid token': declined },
    allowDeclined: process.env.ALLOW === '1',
  });
});
`;

const PARSER = `
import 'pactcheck/RUNNER';
const parse = (body) => JSON.parse(body);
const few = { runs: 60 };
it('forgets', () => { expect(parse).toReadContract('small', few); });
it('is red', async () => { await expect(parse).toReadContract('small', few); });
it('waits later', async () => { const later = expect(parse).not.toReadContract('small', few); await Promise.all([later]); });
it('gives it to the runner', () => expect(parse).not.toReadContract('small', few));
it('counts its own assertions', async () => { expect.assertions(1); await expect(parse).not.toReadContract('small', few); });
`;

/** The files of a project with a contract, its client, and tests of all three kinds. */
export function shopFiles(runner: 'jest' | 'vitest' | 'node', imports: string): Record<string, string> {
  const written = (text: string): string => `${imports}\n${text.replaceAll('RUNNER', runner)}`;
  return {
    'contracts/small/contract.ts': CONTRACT,
    'client.ts': CLIENT,
    'test/consumer.test.ts': written(CONSUMER),
    'test/provider.test.ts': written(PROVIDER),
    ...(runner === 'node' ? {} : { 'test/parser.test.ts': written(PARSER) }),
  };
}
