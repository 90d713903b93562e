import type { Attack, Table } from '../attack';
import type { Bench } from '../bench';
import { type Answering, hearing, json, verified, writePact } from '../verified';

const thing: Answering = (_request, response) => json(response, { id: 1 });

const TIMEOUT = ['--timeout', '2'];

/** Verifies two interactions, of which the second needs a state that is set up by hostile code. */
async function withHandler(bench: Bench, setup: string, top = ''): Promise<string> {
  const { url } = await hearing(bench, thing);
  writePact(bench, [
    {},
    { providerStates: [{ name: 'a thing exists' }] },
    { providerStates: [{ name: 'all is well' }] },
  ]);
  bench.write({
    'states.ts': `${top}\nexport default { 'a thing exists': ${setup}, 'all is well': () => ({}) };\n`,
  });
  const from = Date.now();
  const text = await verified(bench, url, [...TIMEOUT, '--states', 'states.ts']);
  return `${text}\n${Date.now() - from < 30_000 ? 'in time' : 'late'}`;
}

const row = (name: string, setup: string, must: RegExp | RegExp[], broken: string, isSlow = true): Attack => ({
  name,
  isSlow,
  came: (bench) => withHandler(bench, setup),
  must: [/^exit 1/, /in time/, /2 passed, 1 failed/, ...[must].flat()],
  broken,
});

const NOBODY = 'exit 0\n';

/** What state handlers may do, in a module and over HTTP. */
export const STATES: Table = {
  kind: 'states',
  attacks: [
    row(
      'end the process',
      '() => process.exit(0)',
      /state 'a thing exists' failed: it ended the process with exit code 0/,
      NOBODY,
      false,
    ),
    row(
      'kill the process',
      "() => process.kill(process.pid, 'SIGKILL')",
      /'a thing exists' failed: it ended the process with SIGKILL/,
      NOBODY,
    ),
    row(
      'abort the process',
      '() => process.abort()',
      /'a thing exists' failed: it ended the process with SIGABRT/,
      NOBODY,
    ),
    row('loop for ever', '() => { for (;;); }', /'a thing exists' did not end within 2 s/, 'exit hung', false),
    row('never settle', '() => new Promise(() => undefined)', /'a thing exists' did not end within 2 s/, 'exit 0'),
    row(
      'never settle, and hold nothing',
      'async () => { await new Promise(() => {}); }',
      /did not end within 2 s/,
      NOBODY,
    ),
    row('backtrack for ever', "() => /^(a+)+$/.test('a'.repeat(60) + 'b')", /did not end within 2 s/, 'exit hung'),
    row(
      'wait in native code',
      '() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
      /did not end within 2 s/,
      'exit hung',
    ),
    row('throw', "() => { throw new Error('no database'); }", /'a thing exists' failed: no database/, NOBODY),
    row('throw nothing', '() => { throw undefined; }', /'a thing exists' failed: undefined/, NOBODY),
    row('reject', "() => Promise.reject(new Error('no database'))", /'a thing exists' failed: no database/, NOBODY),
    row(
      'throw later',
      "() => { setImmediate(() => { throw new Error('too late'); }); return {}; }",
      /'a thing exists' threw later: Error: too late/,
      'exit 3',
      false,
    ),
    row(
      'reject later',
      "() => { Promise.reject(new Error('too late')); return {}; }",
      /'a thing exists' threw later: Error: too late/,
      'exit 3',
    ),
    row(
      'give a value that refers to itself',
      '() => { const user: any = {}; user.self = user; return user; }',
      /gave a value that refers to itself/,
      "exit 1\nPact's verifier sent no request",
      false,
    ),
    row(
      'give a value that is 100,000 deep',
      '() => { let v: any = {}; for (let i = 0; i < 1e5; i += 1) v = { v }; return v; }',
      /nested more than 200 levels/,
      'exit 3\nRangeError',
    ),
    row(
      'give a list that is 100,000 deep',
      '() => { let v: any = []; for (let i = 0; i < 1e5; i += 1) v = [v]; return { v }; }',
      /nested more than 200 levels/,
      'exit 3\nRangeError',
    ),
    row(
      'give a value that is shared within itself',
      '() => { let v: any = {}; for (let i = 0; i < 60; i += 1) v = { a: v, b: v }; return v; }',
      /gave more than 100000 values/,
      'exit hung',
    ),
    row(
      'give a value whose member throws',
      "() => ({ get a() { throw new Error('no getter'); } })",
      /failed: no getter/,
      'exit 3',
    ),
    row(
      'give a value that never ends',
      '() => new Proxy({}, { ownKeys: () => { for (;;); } })',
      /did not end within 2 s/,
      'exit hung',
    ),
    row(
      'close their channel',
      '() => { process.disconnect(); return new Promise(() => {}); }',
      /'a thing exists' failed: it (?:closed the channel|ended the process)/,
      NOBODY,
    ),
    row(
      'fill the memory',
      '() => { const all: any[] = []; for (;;) all.push(new Array(1e6).fill(all.length)); }',
      /'a thing exists' (?:failed: it ended the process|did not end within)/,
      'exit 134',
    ),
    {
      name: 'speak for their process: they are not heard',
      isSlow: true,
      came: (bench) =>
        withHandler(
          bench,
          "() => { process.send?.({ kind: 'changed', outcome: '{}' }); throw new Error('still told'); }",
        ),
      must: [/^exit 1/, /still told/],
      broken: NOBODY,
    },
    {
      name: 'print on stdout: a document on it stays one',
      isSlow: true,
      came: async (bench) => {
        const { url } = await hearing(bench, thing);
        writePact(bench, [{ providerStates: [{ name: 'a thing exists' }] }]);
        bench.write({
          'states.ts':
            "import { writeSync } from 'node:fs';\nexport default { 'a thing exists': () => { console.log('noise'); writeSync(1, 'noise'); } };\n",
        });
        const words = ['verify', '--provider-base-url', url, '--states', 'states.ts', '--json'];
        const { exit, out } = await bench.run(words);
        return `exit ${exit}, ${JSON.parse(out).summary.passed} passed`;
      },
      must: /^exit 0, 1 passed$/,
      broken: 'SyntaxError: Unexpected token n in JSON',
    },
    {
      name: 'leave a process that holds the pipes',
      isSlow: true,
      came: (bench) =>
        withHandler(
          bench,
          "() => { require('node:child_process').spawn('sleep', ['300'], { stdio: 'inherit' }); return {}; }",
        ),
      must: [/^exit 0/, /in time/, /3 passed/],
      broken: 'exit 0\n3 passed\nlate',
    },
    {
      name: 'end the process while they are loaded',
      came: (bench) => withHandler(bench, '() => ({})', 'process.exit(0);'),
      must: [/^exit 3/, /states\.ts cannot be used: it ended the process with exit code 0/],
      broken: NOBODY,
    },
    {
      name: 'loop while they are loaded',
      isSlow: true,
      came: (bench) => withHandler(bench, '() => ({})', 'for (;;);'),
      must: [/^exit 3/, /states\.ts cannot be used: it was not loaded within 2 s/],
      broken: 'exit hung',
    },
    {
      name: 'are no handlers',
      isSlow: true,
      came: async (bench) => {
        const { url } = await hearing(bench, thing);
        writePact(bench, [{ providerStates: [{ name: 'a thing exists' }] }]);
        bench.write({ 'states.ts': 'export default 5;\n' });
        return verified(bench, url, ['--states', 'states.ts']);
      },
      must: [/^exit 2/, /exports no state handlers/],
      broken: 'exit 3',
    },
    {
      name: 'get the address and the credentials apart',
      came: async (bench) => {
        const { url } = await hearing(bench, thing);
        writePact(bench, [{ providerStates: [{ name: 'a thing exists' }] }]);
        bench.write({
          'states.ts':
            "export default { 'a thing exists': async (_: unknown, { providerBaseUrl, headers }: any) => { const { ok } = await fetch(providerBaseUrl, { headers }); if (!ok || !headers.authorization) throw new Error('not so'); } };\n",
        });
        return verified(bench, url.replace('http://', 'http://ada:pass-word@'), ['--states', 'states.ts']);
      },
      must: /^exit 0/,
      mustNot: /pass-word/,
      broken:
        'exit 1\nRequest cannot be constructed from a URL that includes credentials: http://ada:pass-word@127.0.0.1',
    },
    ...overHttp(),
  ],
};

/** States that are taken by an URL. */
function overHttp(): Attack[] {
  const asked = async (bench: Bench, states: Answering): Promise<string> => {
    const { url } = await hearing(bench, (request, response, body) =>
      request.url === '/states' ? states(request, response, body) : json(response, { id: 1 }),
    );
    const header = { Authorization: { type: 'ProviderState', expression: 'Bearer ${token}' } };
    const request = { headers: { Authorization: 'Bearer example' }, generators: { header } };
    writePact(bench, [{ request, providerStates: [{ name: 'a thing exists' }] }]);
    return verified(bench, url, ['--timeout', '1', '--provider-states-setup-url', `${url}/states`]);
  };
  const over = (name: string, states: Answering, must: RegExp | RegExp[], broken: string): Attack => ({
    name: `by URL: ${name}`,
    isSlow: name !== 'a line break in what they give',
    came: (bench) => asked(bench, states),
    must: [/^exit 1/, ...[must].flat()],
    broken,
  });
  const sent =
    (text: string): Answering =>
    (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  return [
    over('never answer', () => undefined, /no whole answer within 1 s/, 'exit hung'),
    over(
      'redirect',
      (_q, response) => json(response, {}, 307, { location: 'http://127.0.0.1:9/' }),
      /was answered with 307/,
      'exit 0',
    ),
    over('hang up', (request) => request.socket.destroy(), /failed: the connection broke/, 'exit 0'),
    over(
      'a line break in what they give',
      sent('{"token":"abc\\r\\nX-Evil: 1"}'),
      /'a thing exists' .*a line break/,
      "exit 1\nPact's verifier sent no request",
    ),
    over(
      'a value 100,000 deep',
      sent(`{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`),
      /nested more than 200 levels/,
      'exit 3\nRangeError',
    ),
    over(
      'no end',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write('x'.repeat(1000)), 20);
        response.once('close', () => clearInterval(timer));
      },
      /no whole answer within 1 s/,
      'exit hung',
    ),
  ];
}

/** A test runner's script that gives functions; what it does is told by its exit code and its last words. */
async function withFunctions(bench: Bench, setup: string): Promise<string> {
  const { url } = await hearing(bench, thing);
  writePact(bench, [{ providerStates: [{ name: 'a thing exists' }] }]);
  const script = `
    const { verifyProvider } = require('pactcheck/provider');
    verifyProvider({ providerBaseUrl: '${url}', timeout: 2, states: { 'a thing exists': ${setup} } }).then(
      ({ results }) => console.log(results[0].status, results[0].findings.map(({ message }) => message).join()),
      (error) => console.log('failed', error.message),
    );`;
  bench.write({ 'node_modules/.keep': '', 'script.js': script });
  const { text } = await bench.start(process.execPath, ['script.js'], { limit: 30 });
  return text;
}

/** Functions that a test gives: they run in its process. */
export const FUNCTIONS: Table = {
  kind: 'states',
  attacks: [
    {
      name: 'given as functions: loop for ever',
      came: (bench) => withFunctions(bench, '() => { for (;;); }'),
      must: [/^exit 3/, /the setup of the state 'a thing exists' blocks this process/],
      leaves: /pactcheck-replay/,
      broken: 'exit hung',
    },
    {
      name: 'given as functions: backtrack for ever',
      isSlow: true,
      came: (bench) => withFunctions(bench, "() => /^(a+)+$/.test('a'.repeat(60) + 'b')"),
      must: [/^exit 3/, /the setup of the state 'a thing exists' blocks this process/],
      leaves: /pactcheck-replay/,
      broken: 'exit hung',
    },
    {
      name: 'given as functions: never settle',
      isSlow: true,
      came: (bench) => withFunctions(bench, '() => new Promise(() => {})'),
      must: [/^exit 0/, /failed the setup of the state 'a thing exists' failed: it did not end within 2 s/],
      broken: 'exit hung',
    },
    {
      name: 'given as functions: set up',
      isSlow: true,
      came: (bench) => withFunctions(bench, '() => ({})'),
      must: /^exit 0\npassed/,
      broken: 'exit 3',
    },
  ],
};
