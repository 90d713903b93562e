import { readFileSync } from 'node:fs';
import type { Attack, Table } from '../attack';
import type { Bench, CommandOptions } from '../bench';
import { type Answering, hearing, json, verified, writePact } from '../verified';

/** A service that says again all that it was told, so that everything fails and is shown. */
const echo: Answering = (request, response, body) => {
  const { url = '', headers } = request;
  if (url.startsWith('/states')) return json(response, STATE_VALUES);
  json(response, { id: 'no number', url, headers: Object.values(headers), body }, 500);
};

const STATE_VALUES = {
  token: 'ST1-state-token',
  nested: { jwt: 'ST2-nested-jwt' },
  any: 'ST3-put-into-a-header',
  pin: 4711,
  password: "ST5-with-'quote",
};

const generators = { header: { 'X-Any': { type: 'ProviderState', expression: '${any}' } } };

async function echoed(
  bench: Bench,
  words: readonly string[],
  options: CommandOptions = {},
  userInfo = '',
): Promise<string> {
  const { url } = await hearing(bench, echo);
  const request = { headers: { 'X-Any': 'example', Authorization: 'Bearer example' }, generators };
  writePact(bench, [{ request, providerStates: [{ name: 'a thing exists' }] }]);
  const address = url.replace('http://', `http://${userInfo}`);
  const all = [...words, '--provider-states-setup-url', `${url}/states`];
  const reports = ['--reporter', 'json=run.json', '--reporter', 'text', '--reporter', 'html=run.html'];
  const text = await verified(bench, address, [...all, ...reports], options);
  const files = ['run.json', 'run.html'].map((name) => readFileSync(`${bench.folder}/${name}`, 'utf8'));
  return [text, ...files].join('\n');
}

const row = (name: string, secret: RegExp, came: Attack['came'], isSlow = true): Attack => ({
  name,
  isSlow,
  came,
  must: [/^exit 1/, /\*\*\*/],
  mustNot: secret,
  broken: 'exit 1\nBearer abc ST1-state-token ST2-nested-jwt ST3-put-into-a-header 4711 ST5-with-',
});

/** Where secrets come from, and whether any report holds them. */
export const SECRETS: Table = {
  kind: 'secrets',
  attacks: [
    row(
      'come from a state, by name, nested, by being put into a header, as a number',
      /ST[1235]-|4711/,
      (bench) => echoed(bench, []),
      false,
    ),
    row('come by --header Authorization', /s3cr3t/, (bench) =>
      echoed(bench, ['--header', 'Authorization: Bearer s3cr3t']),
    ),
    row('come by a --header of any name', /hunter2/, (bench) => echoed(bench, ['--header', 'X-Corporate: hunter2'])),
    row('come by a --header and are short', /\bq7\b/, (bench) => echoed(bench, ['--header', 'X-Pin: q7'])),
    row('come by a cookie', /c00kie/, (bench) => echoed(bench, ['--header', 'Cookie: sid=c00kie; b=2'])),
    row('come by the password of the address', /p%40ss|p@ss/, (bench) => echoed(bench, [], {}, 'ada:p%40ss-word@')),
    row('come by a name without a password in the address', /tok3nname/, (bench) =>
      echoed(bench, [], {}, 'tok3nname@'),
    ),
  ].map((attack) => ({ ...attack, broken: `${attack.broken} s3cr3t hunter2 q7 c00kie p@ss tok3nname` })),
};
