import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack, Table } from '../attack';
import type { Bench } from '../bench';
import { type Answering, hearing, json, verified, writePact } from '../verified';

const CERTIFICATES = join(__dirname, '../certificates');
const pem = (name: string): string => readFileSync(join(CERTIFICATES, `${name}.pem`), 'utf8');

const thing: Answering = (_request, response) => json(response, { id: 1 });

/** A service that sends every caller to another host; what that host heard is told at the end. */
async function redirected(bench: Bench, status: number, words: readonly string[] = []): Promise<string> {
  const evil = await hearing(bench, thing);
  const service = await hearing(bench, (_request, response) =>
    json(response, {}, status, { location: `${evil.url}/stolen` }),
  );
  writePact(bench, [{ request: { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: { a: 1 } } }]);
  const text = await verified(bench, service.url, words);
  return `${text}\nthe other host heard: ${evil.requests.join(', ') || 'nothing'}`;
}

const redirects = [301, 302, 303, 307, 308].map(
  (status): Attack => ({
    name: `redirects with ${status}`,
    isSlow: status !== 307,
    came: (bench) => redirected(bench, status, ['--header', 'Authorization: Bearer s3cret-token']),
    must: [/^exit 1/, new RegExp(`actual +${status}`), /the other host heard: nothing/],
    mustNot: /s3cret/,
    broken: 'exit 0\n1 passed, 0 failed\nthe other host heard: POST /stolen Bearer s3cret-token {"a":1}',
  }),
);

/** A redirect that is agreed on, with a rule for its Location. */
async function agreedRedirect(bench: Bench, location: string): Promise<string> {
  const service = await hearing(bench, (_request, response) => json(response, {}, 302, { location }));
  const header = { Location: { matchers: [{ match: 'regex', regex: '^/things/\\d+$' }] } };
  const response = { status: 302, headers: { Location: '/things/2' }, body: {}, matchingRules: { header } };
  writePact(bench, [{ response }]);
  return verified(bench, service.url);
}

type Variables = Record<string, string | undefined>;

/** A pact on a service, with proxies in the environment; what the proxy heard is told at the end. */
async function byProxy(bench: Bench, env: (proxy: string) => Variables): Promise<string> {
  const proxy = await hearing(bench, thing);
  const service = await hearing(bench, thing);
  writePact(bench, [{}]);
  const text = await verified(bench, service.url, [], { env: env(proxy.url) });
  return `${text}\nproxy: ${proxy.requests.length} service: ${service.requests.length} ${proxy.requests[0] ?? ''}`;
}

const NONE = { http_proxy: undefined, HTTP_PROXY: undefined, all_proxy: undefined, ALL_PROXY: undefined };
const NO_MORE = { no_proxy: undefined, NO_PROXY: undefined };
const env = (values: Record<string, string>): Variables => ({ ...NONE, ...NO_MORE, ...values });

const PROXIES: readonly Attack[] = [
  {
    name: 'stands behind HTTP_PROXY, which curl does not read',
    came: (bench) => byProxy(bench, (HTTP_PROXY) => env({ HTTP_PROXY })),
    must: [/^exit 0/, /proxy: 0 service: 1/],
    broken: "exit 1\nPact's verifier sent no request\nproxy: 2 service: 0",
  },
  {
    name: 'stands behind http_proxy: only what is for the service goes there',
    came: (bench) => byProxy(bench, (http_proxy) => env({ http_proxy })),
    must: [/^exit 0/, /proxy: 1 service: 0 GET http:\/\/127\.0\.0\.1:\d+\/things\/1 /],
    broken: "exit 1\nPact's verifier sent no request\nproxy: 2 service: 0 POST http://127.0.0.1:1/",
  },
  {
    name: 'stands behind ALL_PROXY',
    isSlow: true,
    came: (bench) => byProxy(bench, (ALL_PROXY) => env({ ALL_PROXY })),
    must: [/^exit 0/, /proxy: 1 service: 0/],
    broken: 'exit 0\nproxy: 0 service: 1',
  },
  {
    name: 'is exempt by NO_PROXY',
    isSlow: true,
    came: (bench) => byProxy(bench, (http_proxy) => env({ http_proxy, NO_PROXY: 'localhost, 127.0.0.0/8' })),
    must: [/^exit 0/, /proxy: 0 service: 1/],
    broken: 'exit 0\nproxy: 1 service: 0',
  },
  {
    name: 'stands behind a proxy that is not there',
    came: (bench) => byProxy(bench, () => env({ http_proxy: 'http://127.0.0.1:9' })),
    must: [/^exit 3/, /127\.0\.0\.1:9, the proxy of http_proxy/, /NO_PROXY/],
    broken: 'exit 1\nno-answer',
  },
  {
    name: 'stands behind a proxy with credentials: they are nowhere in the report',
    isSlow: true,
    came: (bench) => byProxy(bench, (proxy) => env({ http_proxy: proxy.replace('http://', 'http://me:p4ssw0rd@') })),
    must: [/^exit 0/, /proxy: 1 service: 0/],
    mustNot: /^(?!proxy).*p4ssw0rd/m,
    broken: 'exit 0\nhttp://me:p4ssw0rd@127.0.0.1\nproxy: 1 service: 0',
  },
];

/** A pact on a TLS service that may want a certificate. */
async function byTls(bench: Bench, words: readonly string[], wants = false): Promise<string> {
  const tls = { key: pem('service-key'), cert: pem('service'), ...(wants ? { ca: pem('ca'), requestCert: true } : {}) };
  const service = await hearing(bench, thing, tls);
  writePact(bench, [{}]);
  return verified(bench, service.url, words);
}

const CA = ['--ca', join(CERTIFICATES, 'ca.pem')];
const CLIENT = [
  '--client-cert',
  join(CERTIFICATES, 'client.pem'),
  '--client-key',
  join(CERTIFICATES, 'client-key.pem'),
];

const TLS: readonly Attack[] = [
  {
    name: 'has a certificate of an unknown CA',
    came: (bench) => byTls(bench, []),
    must: [/^exit 3/, /certificate cannot be trusted/, /--ca FILE/],
    broken: 'exit 1\nno-answer: unable to verify the first certificate',
  },
  {
    name: 'has a certificate of a CA that is given',
    isSlow: true,
    came: (bench) => byTls(bench, CA),
    must: /^exit 0/,
    broken: 'exit 2\nunknown option --ca',
  },
  {
    name: 'wants a certificate of its client, and gets none',
    came: (bench) => byTls(bench, CA, true),
    must: [/^exit [13]/, /--client-cert/],
    broken: 'exit 1\nsocket hang up',
  },
  {
    name: 'wants a certificate of its client, and gets one',
    came: (bench) => byTls(bench, [...CA, ...CLIENT], true),
    must: /^exit 0/,
    broken: 'exit 1\nsocket hang up',
  },
  {
    name: 'speaks no TLS where https is asked for',
    came: async (bench) => {
      const { port } = await hearing(bench, thing);
      writePact(bench, [{}]);
      return verified(bench, `https://127.0.0.1:${port}`);
    },
    must: [/^exit 3/, /does not speak TLS/],
    broken: 'exit 1\nEPROTO',
  },
];

/** What a service, or its address, may do to a whole verification. */
export const SERVICES: Table = {
  kind: 'services',
  attacks: [
    ...redirects,
    {
      name: 'redirects to itself for ever',
      isSlow: true,
      came: async (bench) => {
        const service = await hearing(bench, ({ url }, response) => json(response, {}, 308, { location: url ?? '' }));
        writePact(bench, [{}]);
        return `${await verified(bench, service.url)}\nasked ${service.requests.length} times`;
      },
      must: [/^exit 1/, /actual +308/, /asked 1 times/],
      broken: 'exit 1\ntoo many redirects\nasked 10 times',
    },
    {
      name: 'redirects as agreed',
      came: (bench) => agreedRedirect(bench, '/things/7'),
      must: /^exit 0/,
      broken: 'exit 1\nheader Location is missing',
    },
    {
      name: 'redirects to another place than agreed',
      came: (bench) => agreedRedirect(bench, '/elsewhere'),
      must: [/^exit 1/, /pact-header/, /Location/],
      mustNot: /pactcheck-location/i,
      broken: 'exit 0\n1 passed',
    },
    ...PROXIES,
    ...TLS,
    {
      name: 'has a query in its address',
      came: async (bench) => {
        const { url } = await hearing(bench, thing);
        writePact(bench, [{}]);
        return verified(bench, `${url}/?api-version=2`);
      },
      must: [/^exit 2/, /has a query/],
      broken: 'exit 0\n1 passed',
    },
    {
      name: 'is sent a header value with a line break',
      came: async (bench) => {
        const { url } = await hearing(bench, thing);
        writePact(bench, [{}]);
        return verified(bench, url, ['--header', 'X-A: one\r\nX-Evil: two']);
      },
      must: [/^exit [12]/, /header x-a holds a line break/i],
      broken: 'exit 1\nInvalid character in header content ["x-a"]',
    },
    {
      name: 'switches protocols under --explore',
      came: async (bench) => {
        const port = await bench.socketService((socket) =>
          socket.once('data', () => {
            socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n');
          }),
        );
        writePact(bench, [{}]);
        return verified(bench, `http://127.0.0.1:${port}`, ['--explore', '5']);
      },
      must: [/^exit 1/, /switched protocols/],
      broken: 'exit 0\n',
    },
  ],
};
