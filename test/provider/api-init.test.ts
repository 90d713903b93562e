import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Run } from 'pactcheck';
import { loadContract } from '../../src/app/contract-reference';
import { startLiveService } from '../../src/app/live-service';
import type { RunningService } from '../../src/service';
import { makeFolder } from '../support/folder';
import { installPackage } from '../support/installed-package';
import { runCli } from '../support/run-cli';

const DOCUMENT = `openapi: 3.0.3
info: { title: Orders, version: '1' }
security: [{ bearer: [] }]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{ name: status, in: query, schema: { $ref: '#/components/schemas/Status' } }]
      responses:
        '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/OrderPage' } } } }
        '401': { $ref: '#/components/responses/Problem' }
    post:
      operationId: createOrder
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
      responses:
        '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        '401': { $ref: '#/components/responses/Problem' }
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: integer, format: int64, minimum: 1 } }]
    get:
      operationId: getOrder
      responses: &answers
        '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        '401': { $ref: '#/components/responses/Problem' }
        '404': { $ref: '#/components/responses/Problem' }
    patch:
      operationId: updateOrder
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/OrderUpdate' } } } }
      responses: *answers
    delete:
      operationId: deleteOrder
      responses:
        '204': { description: Gone. }
        '401': { $ref: '#/components/responses/Problem' }
        '404': { $ref: '#/components/responses/Problem' }
  /health:
    get:
      operationId: getHealth
      security: []
      responses:
        '200':
          description: Up.
          content:
            application/json:
              schema: { type: object, required: [status], properties: { status: { enum: [up, degraded] } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  responses:
    Problem:
      description: No.
      content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } }
  schemas:
    Status: { type: string, enum: [new, paid] }
    Item:
      type: object
      required: [sku]
      properties: { sku: { type: string, maxLength: 20 }, price: { type: integer, minimum: 1, maximum: 99 } }
    Order:
      type: object
      required: [id, status, createdAt, items]
      properties:
        id: { type: integer, format: int64, minimum: 1, readOnly: true }
        status: { $ref: '#/components/schemas/Status' }
        createdAt: { type: string, format: date-time, readOnly: true }
        note: { type: string, maxLength: 200, nullable: true }
        items: { type: array, minItems: 1, items: { $ref: '#/components/schemas/Item' } }
    NewOrder:
      type: object
      required: [items]
      properties: { items: { type: array, minItems: 1, items: { $ref: '#/components/schemas/Item' } } }
    OrderUpdate: { type: object, properties: { status: { $ref: '#/components/schemas/Status' } } }
    OrderPage:
      type: object
      required: [items]
      properties: { items: { type: array, items: { $ref: '#/components/schemas/Order' } } }
    Problem: { type: object, required: [title], properties: { title: { type: string }, status: { type: integer } } }
`;

const OPERATIONS = ['listOrders', 'createOrder', 'getOrder', 'updateOrder', 'deleteOrder', 'getHealth'];

/** A client as people write one: ids are bigints, moments are Dates, and it says no with an error of its own. */
const CLIENT = `import { parseJson } from 'pactcheck';
import { type Interaction, plainCall } from 'pactcheck/consumer';

class NotDone extends Error {
  status: number;
  constructor(status: number) {
    super('not done');
    this.status = status;
  }
}

const seconds = (text: string): string => text.toUpperCase().replace(':60', ':59').replace(/(\\.\\d{3})\\d+/, '$1');
const moment = (text: string): Date => new Date(Date.parse(seconds(text)) + (text.includes(':60') ? 1000 : 0));

const order = ({ id, createdAt, ...rest }: any): unknown => ({ ...rest, id: BigInt(id), createdAt: moment(createdAt) });

export async function read(interaction: Interaction, baseUrl: string): Promise<unknown> {
  const response = await plainCall(interaction)(baseUrl);
  if (response.status >= 400) throw new NotDone(response.status);
  const text = await response.text();
  const value: any = text === '' ? undefined : parseJson(text);
  if (value?.createdAt !== undefined) return order(value);
  return value?.items === undefined ? value : { ...value, items: value.items.map(order) };
}
`;

let folder: ReturnType<typeof makeFolder>;
let cwd = '';
let printed = '';

const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');
const edit = (path: string, from: string, to: string): string => {
  const before = read(path);
  expect(before).toContain(from);
  writeFileSync(join(cwd, path), before.replace(from, to));
  return before;
};

beforeAll(async () => {
  folder = makeFolder({ 'package.json': '{"name":"web"}', 'api/orders.yaml': DOCUMENT });
  cwd = folder.path;
  installPackage(cwd);
  const done = await runCli(['init', 'api/orders.yaml', '--ci', 'none'], { cwd });
  expect(done).toMatchObject({ exitCode: 0, failure: undefined });
  printed = done.output;
});
afterAll(() => folder.remove());

async function consumerTests(): Promise<string> {
  const words = ['--import', 'jiti/register', '--test', 'contracts/orders/consumer.test.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd, maxBuffer: 1e8 }).catch(
    (error: { stdout: string }) => error,
  );
  return stdout;
}

async function gated(fault?: string): Promise<Run> {
  const contract = await loadContract('orders', { cwd });
  const cases = (await runCli(['cases', 'orders', '--verdict', 'reject', '--mode', 'edge'], { cwd })).output.split(
    '\n',
  );
  const line = fault === undefined ? undefined : cases.find((text) => text.includes(`"id":"${fault}`));
  const service: RunningService = await startLiveService(
    contract,
    line === undefined ? {} : { fault: JSON.parse(line) },
  );
  try {
    return (await runCli(['gate'], { cwd, env: { PROVIDER_URL: service.url } })).run as Run;
  } finally {
    await service.close();
  }
}

const failed = (run: Run): [string, string | undefined][] =>
  run.results.filter(({ status }) => status === 'failed').map(({ id, findings }) => [id, findings[0]?.message]);

describe('init of an API', () => {
  it('writes one folder, one file of states and one entry, and refers to the document', async () => {
    expect(readdirSync(join(cwd, 'contracts'))).toEqual(['orders']);
    expect(readdirSync(join(cwd, 'contracts/orders')).sort()).toEqual(
      ['client.ts', 'consumer.test.ts', 'contract.ts', 'model.ts', 'rows.json', 'states.ts'].sort(),
    );
    expect((await loadContract('orders', { cwd })).operations.map(({ id }) => id)).toEqual(OPERATIONS);
    expect([...read('contracts/orders/states.ts').matchAll(/'(.*)': setUp/g)].map(([, name]) => name)).toEqual([
      'an order page exists',
      'the caller has no valid token',
      'createOrder succeeds',
      'an order exists',
      'no such order',
      'deleteOrder succeeds',
      'getHealth answers as given',
    ]);
    expect(read('pactcheck.config.ts')).toContain("document: 'api/orders.yaml',");
    expect(read('pactcheck.config.ts').match(/contract: /g)).toHaveLength(1);
    expect(printed).not.toContain('warning');
    expect(readdirSync(join(cwd, 'pacts'))).toEqual(['web-orders.json']);
    expect(statSync(join(cwd, 'pacts/web-orders.json')).size).toBeLessThan(400_000);
  });

  it('writes a consumer test that passes at once, and with a client of bigints and Dates', async () => {
    expect(await consumerTests()).toMatch(/^(?:#|ℹ) fail 0$/m);
    const before = read('contracts/orders/client.ts');
    writeFileSync(join(cwd, 'contracts/orders/client.ts'), CLIENT);
    expect(await consumerTests()).toMatch(/^(?:#|ℹ) fail 0$/m);
    edit('contracts/orders/client.ts', 'BigInt(id)', 'BigInt(Math.trunc(Number(id) / 10)) * 10n');
    expect(await consumerTests()).toMatch(/^(?:#|ℹ) fail [1-9]/m);
    writeFileSync(join(cwd, 'contracts/orders/client.ts'), before);
  });

  it('has a gate that is green against the service, and red against a defective one', async () => {
    expect(failed(await gated())).toEqual([]);
    const red = failed(await gated('/items/[]/createdAt missing'));
    expect(red.length).toBeGreaterThan(0);
    for (const [id] of red) expect(id).toMatch(/^verify orders: listOrders 200 /);
  });

  it.each([
    ['an answer loses a member', 'createdAt, items]', 'items]', /createdAt/],
    ['a limit of an answer is wider', 'maxLength: 20 }', 'maxLength: 30 }', /\/sku in .*(?:longer|30)/],
    ['an enum grows', 'enum: [new, paid]', 'enum: [new, paid, lost]', /lost/],
    ['an operation is gone', '    delete:\n', '    trace:\n', /deleteOrder/],
    ['an answer without a body gets another status', "'204'", "'205'", /204/],
    ['a parameter must be sent', 'in: query, schema', 'in: query, required: true, schema', /status/],
    ['a path moves', '/health:', '/healthz:', /healthz/],
    ['an answer of no name changes its type', 'enum: [up, degraded]', 'type: integer', /status/],
    [
      'a request demands more',
      'OrderUpdate: { type: object,',
      'OrderUpdate: { type: object, required: [status],',
      /status/,
    ],
  ])('has a gate that is red where %s in the team’s own document', async (_what, from, to, says) => {
    const before = edit('api/orders.yaml', from, to);
    const { run, exitCode } = await runCli(['gate'], { cwd, env: {} });
    writeFileSync(join(cwd, 'api/orders.yaml'), before);
    expect(exitCode).toBe(1);
    const red = failed(run as Run);
    for (const [id] of red) expect(id).toMatch(/^import orders: /);
    expect(red.map(([, message]) => message).join('\n')).toMatch(says);
  });

  it.each([
    [
      'an operation is new',
      '  /health:\n',
      '  /ready: { get: { responses: { "204": { description: Yes. } } } }\n  /health:\n',
    ],
    ['a description is another one', 'description: Gone.', 'description: It is gone.'],
    ['a limit of an answer is tighter', 'maxLength: 200, nullable', 'maxLength: 100, nullable'],
  ])('has a gate that stays green where %s', async (_what, from, to) => {
    const before = edit('api/orders.yaml', from, to);
    const { run } = await runCli(['gate'], { cwd, env: {} });
    writeFileSync(join(cwd, 'api/orders.yaml'), before);
    expect(failed(run as Run)).toEqual([]);
  });
});
