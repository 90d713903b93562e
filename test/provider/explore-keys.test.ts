import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Result } from 'pactcheck';
import { explored } from '../../src/app/verify/explored';
import { defineContract, type JsonObject, parseJson } from '../../src/contract';
import { maskOf, notingSecrets, statesByHandlers } from '../../src/provider';
import { validatorFor } from '../../src/validator';

type Members = Readonly<Record<string, object>>;

interface Keys {
  /** What a request may have. */
  readonly members?: Members;
  /** The statuses of the contract that are no success. */
  readonly documented?: readonly string[];
  /** The status that refuses an invalid request. */
  readonly refusal?: number;
  /** Whether bytes that are no UTF-8 are read as U+FFFD. */
  readonly isLossy?: boolean;
}

const SIZE: Members = { size: { type: 'integer' } };
const ID = { type: 'string', pattern: '^[a-z]+$' };

const contractOf = ({ members = SIZE, documented = ['422'] }: Keys) =>
  defineContract({
    version: 1,
    name: 'keys',
    consumer: 'web',
    provider: 'keys',
    models: { Key: { type: 'object', required: ['id'], properties: { id: ID, ...members } } },
    operations: {
      putKey: {
        method: 'PUT',
        path: '/keys/{id}',
        parameters: { id: { in: 'path', schema: ID, value: { $from: 'before', pointer: '/id' } } },
        request: { schema: { type: 'object', properties: members } },
        update: { identity: [] },
        responses: {
          '200': {
            schema: { $ref: '#/$defs/Key' },
            states: [{ name: 'a key exists', params: { key: { $from: 'before' } } }],
          },
          ...Object.fromEntries(documented.map((status) => [status, { description: 'not valid' }])),
        },
      },
    },
  } as never);

const decoded = (bytes: Buffer, isLossy: boolean): string =>
  new TextDecoder('utf-8', { fatal: !isLossy }).decode(bytes);

/** Serves keys; members that the contract does not have are ignored. */
async function exploring(keys: Keys): Promise<readonly Result[]> {
  const { members = SIZE, refusal = 422, isLossy = false } = keys;
  const validator = validatorFor(contractOf(keys));
  let key: JsonObject = {};
  const update = (bytes: Buffer): boolean => {
    try {
      const text = decoded(bytes, isLossy);
      const body = parseJson(text) as JsonObject;
      if (validator.request('putKey', text).length > 0) return false;
      key = { ...key, ...Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(members, name))) };
      return true;
    } catch {
      return false;
    }
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const isDone = update(Buffer.concat(chunks)) || refusal === 200;
      response.writeHead(isDone ? 200 : refusal, isDone ? { 'content-type': 'application/json' } : {});
      response.end(isDone ? JSON.stringify(key) : '');
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const setUp = ({ key: wanted }: JsonObject) => {
    key = wanted as JsonObject;
  };
  const verifying = {
    baseUrl: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    keeper: notingSecrets(
      statesByHandlers({ 'a key exists': setUp } as never, { timeoutMs: 10_000, providerBaseUrl: '', headers: {} }),
      new Set(),
    ),
    extraHeaders: {},
    turnedOff: {},
    timeoutMs: 10_000,
    retries: 0,
    mask: maskOf(new Set()),
    referenceFor: () => undefined,
    replayCommand: () => '',
  };
  try {
    return (await explored(validator, verifying, { count: 12, seed: 1 })).results;
  } finally {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
  }
}

/** What is wrong, by rule; that a refusal without a body names no member is no error. */
const errorsIn = (results: readonly Result[]): string[] =>
  results.flatMap(({ findings }) =>
    findings
      .filter(({ level }) => level === 'error')
      .map(({ rule, message, expected }) => `${rule}: ${message} (${expected})`),
  );

describe('an invalid request is refused', () => {
  it.each([
    [['422'], 422],
    [['400', '422'], 400],
    [['400', '422'], 422],
    [['404', '409', '415'], 415],
    [['4XX'], 400],
    [['default'], 422],
  ])('where the contract has %j, with %d', async (documented, refusal) => {
    const results = await exploring({ documented, refusal });
    expect(errorsIn(results)).toEqual([]);
    expect(results.find(({ id }) => id === 'putKey invalid requests')).toMatchObject({ status: 'passed' });
  });

  it.each([[['422']], [['404', '422']]])(
    'but with a status that is not in %j, which is told once',
    async (documented) => {
      expect(errorsIn(await exploring({ documented, refusal: 400 }))).toEqual([
        `invalid-request-status: invalid requests are refused with 400, which the contract does not have (${documented.join(' or ')})`,
      ]);
    },
  );

  it('but with a status that the contract has for callers', async () => {
    const errors = errorsIn(await exploring({ documented: ['401', '422'], refusal: 401 }));
    expect(errors.join('\n')).toContain('invalid-request-status: an invalid request is answered with 401');
  });

  it('but by a success, whatever the contract has', async () => {
    const errors = errorsIn(await exploring({ documented: ['4XX', 'default'], refusal: 200 }));
    expect(errors.join('\n')).toContain('invalid-request-accepted: an invalid request is accepted');
    expect(errors.join('\n')).toContain('not-refused: broken JSON is answered with 200');
  });

  it.each([[['422']], [['422', '500']], [['default']]])('but by a failure, though there is %j', async (documented) => {
    const errors = errorsIn(await exploring({ documented, refusal: 500 }));
    expect(errors.join('\n')).toContain('invalid-request-status: an invalid request is answered with 500');
    expect(errors.join('\n')).toContain('server-error: broken JSON makes the service fail');
  });
});

describe('a text that is no UTF-8', () => {
  const about = (results: readonly Result[]) =>
    results.filter(({ findings }) => findings.some(({ message }) => message.startsWith('invalid UTF-8')));

  it('is left out where requests have no text: unknown members are ignored', async () => {
    const results = await exploring({ isLossy: true });
    expect(errorsIn(results)).toEqual([]);
  });

  it.each([
    [{ note: { type: 'string' } }, false],
    [{ code: { type: 'string', pattern: '^[a-z]{2}$' } }, true],
    [{ note: { type: 'string' }, kind: { type: 'string', enum: ['a', 'b'] } }, true],
    // Many a parser puts U+FFFD there, and a text that may be anything may be that.
    [{ note: { type: 'string' } }, true],
  ])('is refused by a correct service: %j, lossy: %s', async (members, isLossy) => {
    expect(errorsIn(await exploring({ members, isLossy }))).toEqual([]);
  });

  it('is a text of the request, and no pact can hold it', async () => {
    const [found, ...others] = about(
      await exploring({ members: { code: { type: 'string', pattern: '^[a-z]{2}$' } }, refusal: 200 }),
    );
    expect(others).toEqual([]);
    expect(found?.findings.map(({ rule }) => rule)).toEqual(['not-refused']);
    expect(found?.details?.['curl']).toContain('{"code":"\\377"}');
    expect(found?.details).not.toHaveProperty('interaction');
  });

  it('must make no service fail', async () => {
    const [found] = about(await exploring({ members: { note: { type: 'string' } }, refusal: 500 }));
    expect(found?.findings.map(({ rule }) => rule)).toEqual(['server-error']);
  });
});
