import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Folder, makeFolder } from '../../support/folder';
import { runCli } from '../../support/run-cli';
import { type Call, call, har, type Line, ndjson, ORDERS } from './orders';

let folder: Folder;

beforeAll(() => {
  folder = makeFolder({ 'orders.yaml': ORDERS });
});
afterAll(() => folder.remove());

/** Observes a file, and gives what came of it. */
async function observed(
  text: string | Buffer,
  name = 'traffic.ndjson',
  words: readonly string[] = [],
  document = 'orders.yaml',
) {
  writeFileSync(join(folder.path, name), text);
  const { exitCode, run, output, failure } = await runCli(
    ['observe', document, '--traffic', name, '--min-level', 'note', ...words],
    { cwd: folder.path },
  );
  const findings = (run?.results ?? []).flatMap((result) =>
    result.findings.map(({ level, rule, pointer }) => `${level} ${rule}${pointer === '' ? '' : ` ${pointer}`}`),
  );
  return { exitCode, run, output, failure, findings };
}

const found = async (over: Call): Promise<string[]> => (await observed(ndjson([call(), call(over)]))).findings;

describe('observe --traffic finds', () => {
  it.each<[string, Call, string]>([
    ['an undocumented status', { status: 500 }, 'error unexpected-status'],
    ['a body that is not JSON', { body: '{"id":' }, 'error not-json'],
    ['an empty body where one is due', { body: '' }, 'error not-json'],
    ['a missing content type', { type: null }, 'error content-type'],
    ['another content type', { type: 'text/html', body: '<html>' }, 'error content-type'],
    ['a missing header', { path: '/orders/1', headers: { etag: undefined as unknown as string } }, 'error header'],
    ['a member twice', { body: '{"id":"1","id":"1","status":"open"}' }, 'error duplicate-member /id'],
    [
      'digits that a double loses',
      { body: '{"id":"1","status":"open","total":9007199254740993}' },
      'error lost-digits /total',
    ],
    ['a value that is not in the enum', { body: '{"id":"1","status":"lost"}' }, 'error enum /status'],
    ['a missing member', { body: '{"id":"1"}' }, 'error required /status'],
    ['a wrong answer to a refused caller', { status: 401, body: '{}' }, 'error required /message'],
    ['an undocumented path', { path: '/customers/12' }, 'error undocumented-path'],
    ['an undocumented method', { method: 'DELETE' }, 'error undocumented-method'],
    ['an undocumented parameter', { path: '/orders?color=red', body: '[]' }, 'warning undocumented-parameter'],
    ['an invalid request that succeeded', { path: '/orders?page=0', body: '[]' }, 'warning invalid-request-accepted'],
    ['a redirect that is not documented', { status: 302, body: '' }, 'warning unexpected-status'],
  ])('%s', async (_, over, finding) => {
    expect(await found(over)).toEqual([finding]);
  });
});

describe('observe --traffic says nothing of', () => {
  it.each<[string, Call]>([
    ['what is as documented', {}],
    ['the other documented type', { type: 'text/plain', body: 'Order 1' }],
    ['a caller without token who was rightly refused', { status: 401 }],
    ['the invalid request behind a correct 4xx', { path: '/orders?page=0&color=red', status: 400 }],
    ['HEAD', { method: 'HEAD', body: '' }],
    ['304', { status: 304, type: null, body: '' }],
    ['a path that is not there', { path: '/nothing', status: 404 }],
    ['a method that is not allowed', { method: 'PUT', status: 405 }],
    ['a body that the recorder cut off', { headers: { 'content-length': '400' }, body: '{"id":"1","sta' }],
    ['a parameter that passes caches by', { path: '/orders?page=1&_=17', body: '[]' }],
  ])('%s', async (_, over) => {
    expect(await found(over)).toEqual([]);
  });

  it('other hosts, preflights, WebSockets, pages and what got no answer, and counts them', async () => {
    const lines = [
      call(),
      call({ host: 'https://cdn.example.com/v1' }),
      call({ method: 'OPTIONS', sent: { 'access-control-request-method': 'PUT' }, status: 204, body: '' }),
      call({ status: 101, body: '' }),
      call({ path: '/index.html', type: 'text/html', body: '<html>' }),
      call({ status: 0 }),
    ];
    const { run, findings, exitCode } = await observed(ndjson(lines));
    expect(findings).toEqual([]);
    expect(exitCode).toBe(0);
    expect(run?.seen).toMatchObject({
      exchanges: 6,
      judged: 1,
      passedOver: {
        'to another host: https://cdn.example.com': 1,
        'a preflight of CORS': 1,
        'it became a WebSocket or another protocol': 1,
        'a page or what it loads': 1,
        'no answer came': 1,
      },
    });
  });
});

describe('observe --traffic', () => {
  it('tells one problem once, with its count and a sample, whatever the ids in the path', async () => {
    const lines = [1, 2, 3].map((id) => call({ path: `/orders/${id}`, body: `{"id":"${id}","status":"lost"}` }));
    const { run, exitCode } = await observed(ndjson([...lines, call()]));
    expect(exitCode).toBe(1);
    expect(run?.results.map(({ id, status, details }) => [id, status, details])).toEqual([
      [
        'getOrder 200: enum /status',
        'failed',
        {
          hint: '3 of 4 exchanges',
          interaction: 'GET https://api.example.com/v1/orders/1 answered 200 (traffic.ndjson:1)',
          payload: '{"id":"1","status":"lost"}',
        },
      ],
    ]);
  });

  it('says what of the contract was seen, never seen, and seen without being documented', async () => {
    const lines = [call({ body: '{"id":"1","status":"open","colour":"red"}' }), call({ status: 404 })];
    const { run, output } = await observed(ndjson(lines));
    const [list, get] = run?.seen?.operations ?? [];
    expect(list).toMatchObject({ id: 'listOrders', exchanges: 0, neverSeenStatuses: ['200', '400'] });
    expect(get).toMatchObject({
      exchanges: 2,
      statuses: { 200: 1, 404: 1 },
      neverSeenStatuses: ['401'],
      fields: { covered: 3, feasible: 5 },
      neverSeenFields: ['200 /total', '200 /note'],
      undocumentedFields: ['200 /colour'],
    });
    expect(run?.coverage?.classes.covered).toBeGreaterThan(0);
    expect(run?.coverage?.pairs?.covered).toBeGreaterThan(0);
    expect(output).toContain('never seen: listOrders (GET /v1/orders)');
  });

  it('reads HAR and NDJSON alike, by what they hold, compressed too', async () => {
    const lines = [call(), call({ body: '{"id":"1","status":"lost"}' }), call({ type: null })];
    const wanted = ['error enum /status', 'error content-type'];
    expect((await observed(har(lines), 'a.txt')).findings).toEqual(wanted);
    expect((await observed(ndjson(lines), 'b.txt')).findings).toEqual(wanted);
    expect((await observed(gzipSync(har(lines)), 'c.har.gz')).findings).toEqual(wanted);
    expect((await observed(`\ufeff${ndjson(lines)}`, 'd.txt')).findings).toEqual(wanted);
  });

  it('undoes codings that the recorder kept', async () => {
    const good = '{"id":"1","status":"open"}';
    const recorded = (coding: string, bytes: Buffer): Line => ({
      ...call(),
      response: {
        status: 200,
        headers: { 'content-type': 'application/json', etag: '1', 'content-encoding': coding },
        bodyBase64: bytes.toString('base64'),
      },
    });
    const lines = [
      recorded('gzip', gzipSync(good)),
      recorded('br', brotliCompressSync(good)),
      recorded('gzip', Buffer.from(good)),
    ];
    expect((await observed(ndjson(lines))).findings).toEqual([]);
    const bad = recorded('br', brotliCompressSync('{"id":1}'));
    expect((await observed(ndjson([bad]))).findings).toEqual(['error required /status', 'error type /id']);
    const cut = recorded('gzip', gzipSync(good).subarray(0, 15));
    const { findings, run } = await observed(ndjson([cut]));
    expect(findings).toEqual([]);
    expect(run?.seen?.unjudgedBodies).toEqual({ 'the recorder cut it off': 1 });
  });

  it('tells a body that a HAR does not hold from one that was empty', async () => {
    const at = (content: object) =>
      observed(
        har([call({ body: '' })], () => content),
        'a.har',
      );
    expect((await at({ text: undefined, size: 300 })).findings).toEqual([]);
    expect((await at({ text: undefined, size: -1 })).findings).toEqual([]);
    expect((await at({ text: '{"id', size: 300 })).findings).toEqual([]);
    expect((await at({ text: '', size: 0 })).findings).toEqual(['error not-json']);
    expect((await at({ text: undefined, size: 0 })).findings).toEqual(['error not-json']);
  });

  it('counts damaged lines, and makes a sentence of a file that is cut off', async () => {
    const text = `${ndjson([call()])}oops\n{"a":1}\n${ndjson([call()])}{"request":{"me`;
    const { exitCode, run } = await observed(text);
    expect(exitCode).toBe(0);
    expect(run?.seen).toMatchObject({ exchanges: 2, damaged: 2 });
    expect(run?.warnings).toEqual([
      'traffic.ndjson is cut off in line 5: the lines before it are judged',
      '1 lines or entries were passed over: the first is traffic.ndjson:2, which is not JSON',
      '1 lines or entries were passed over: the first is traffic.ndjson:3, which is no exchange: it has no request with a url',
    ]);
    const cut = await observed(har([call(), call()]).slice(0, -400), 'cut.har');
    expect(cut.run?.warnings).toEqual(['cut.har is cut off after 1 entries: what stands before is judged']);
  });

  it('ends with 4 where nothing is of the contract, and says where it went', async () => {
    const { exitCode, failure } = await observed(ndjson([call({ host: 'https://staging.example.com/v1' })]));
    expect(exitCode).toBe(4);
    expect(failure).toEqual({
      message: 'none of 1 exchanges is one of orders (1: to another host: https://staging.example.com)',
      next: 'Name where the service answers with --server URL, or give the document of this service.',
    });
  });

  it('ends with 2 for a file that is no traffic', async () => {
    const { exitCode, failure } = await observed(ORDERS, 'no-traffic.txt');
    expect(exitCode).toBe(2);
    expect(failure?.message).toBe('no-traffic.txt is neither a HAR nor NDJSON of exchanges');
  });

  it('judges another server where one is asked for, wherever its paths begin', async () => {
    const lines = [call({ host: 'https://gateway/orders-api', body: '{"id":"1"}' }), call({ body: '{}' })];
    const { findings, run } = await observed(ndjson(lines), 'a.ndjson', ['--server', 'https://gateway/orders-api']);
    expect(findings).toEqual(['error required /status']);
    expect(run?.seen?.judged).toBe(1);
  });

  it('leaves out levels, headers, rules and what the baseline knows', async () => {
    const lines = [
      call({ headers: { etag: undefined as unknown as string } }),
      call({ path: '/orders?a=b', body: '[]' }),
    ];
    const text = ndjson(lines);
    expect((await observed(text, 'a.ndjson', ['--min-level', 'error'])).findings).toEqual(['error header']);
    expect((await observed(text, 'a.ndjson', ['--ignore-header', 'etag'])).findings).toEqual([
      'warning undocumented-parameter',
    ]);
    const off = await observed(text, 'a.ndjson', ['--without', 'header=a proxy drops it']);
    expect(off.exitCode).toBe(0);
    expect(off.run?.warnings).toEqual(['the rule header is turned off: a proxy drops it']);
    const update = ['--baseline', 'known.json', '--update-baseline', 'ticket 7', '--until', '2999-01-01'];
    expect((await observed(text, 'a.ndjson', update)).exitCode).toBe(0);
    const { exitCode, run } = await observed(ndjson([...lines, call({ body: '{}' })]), 'a.ndjson', [
      '--baseline',
      'known.json',
    ]);
    expect(exitCode).toBe(1);
    expect(run?.results.filter(({ status }) => status === 'skipped').map(({ reason }) => reason)).toEqual([
      'known until 2999-01-01: ticket 7',
    ]);
  });

  it('shows no secret, and says nothing of what was masked', async () => {
    const body = '{"id":1,"status":"open","token":"s3cret-value"}';
    const { run } = await observed(ndjson([call({ path: '/orders/1?api_key=s3cret-value', body })]));
    expect(JSON.stringify(run)).not.toContain('s3cret-value');
    const masked = { ...call({ body: '{"id":"1","status":"aaaa"}' }), masked: ['/status'] };
    expect((await observed(ndjson([masked]))).findings).toEqual([]);
  });

  it('holds the rules between fields, and what a request says of its answer', async () => {
    const user = {
      id: '0'.repeat(32),
      email: 'a@example.com',
      status: 'ACTIVE',
      accountId: '0'.repeat(32),
      object: 'user',
      etag: '1',
    };
    const update = (request: object, response: object): Line => ({
      request: {
        method: 'PUT',
        url: 'http://host/v3/users/me',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      },
      response: { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(response) },
    });
    const root = join(__dirname, '../../../contracts/user-update-resp/contract.ts');
    const lines = [
      update({ fullName: 'A' }, { ...user, fullName: 'A' }),
      update({ fullName: 'A' }, { ...user, fullName: 'B' }),
      update({}, { ...user, object: 'account' }),
    ];
    const { findings } = await observed(ndjson(lines), 'users.ndjson', [], root);
    expect(findings).toContain('error written-comes-back /fullName');
    expect(findings.some((finding) => finding.endsWith(' /object'))).toBe(true);
    expect(findings.length).toBe(2);
  });
});
