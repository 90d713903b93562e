import { execFileSync } from 'node:child_process';
import { curlOf, maskOf } from '../../../src/provider';
import { REPORTERS } from '../../../src/reporters';
import { type Finding, oneLine, type Run, resultOf, runOf } from '../../../src/result';
import type { Attack, Table } from '../attack';
import { HOSTILE, harmIn } from '../hostile-text';

const finding: Finding = {
  rule: HOSTILE,
  level: 'error',
  pointer: `/${HOSTILE}`,
  message: HOSTILE,
  expected: HOSTILE,
  actual: HOSTILE,
  fingerprint: '0123456789abcdef',
};

const DETAILS = [
  'contract',
  'suspect',
  'hint',
  'replay',
  'curl',
  'head',
  'payload',
  'interaction',
  'jest',
  'file',
  'diff',
];

/** A run whose every text is hostile. */
const hostileRun: Run = {
  ...runOf(
    { command: HOSTILE, contract: HOSTILE, contractFile: HOSTILE, seed: 1 },
    [
      resultOf(HOSTILE, [finding], Object.fromEntries(DETAILS.map((name) => [name, HOSTILE]))),
      resultOf(`2 ${HOSTILE}`, [{ ...finding, level: 'warning', fingerprint: '0123456789abcdee' }]),
      { id: `3 ${HOSTILE}`, status: 'skipped', findings: [], reason: HOSTILE },
    ],
    1,
  ),
  warnings: [HOSTILE],
};

/** Reports that are commands of GitHub: all of their lines are, and only those that were meant. */
const meantFor = (name: string, text: string): string =>
  name === 'github' ? text.replace(/^::(?:error|warning) (?:file|title)=[^\n]*$/gm, '') : text;

const printers = [...REPORTERS].map(
  ([name, reporter]): Attack => ({
    name: `is printed by the reporter ${name}`,
    came: async () => {
      const text = reporter.render(hostileRun);
      const additions = reporter.additions?.(hostileRun, { GITHUB_STEP_SUMMARY: 'summary.md' }) ?? [];
      return [text, ...additions.map((addition) => addition.text)].map((one) => harmIn(meantFor(name, one))).join('; ');
    },
    must: /^clean(?:; clean)*$/,
    broken: harmIn(HOSTILE),
  }),
);

/** The words of a command as a shell reads them, in hexadecimal: what curl would be given. */
function wordsRead(command: string): string[] {
  const script = `curl() { for word in "$@"; do printf %s "$word" | od -An -v -tx1 | tr -d ' \\n'; echo; done; cat >/dev/null; }\n${command}`;
  const env = { PATH: process.env['PATH'] ?? '', AUTHORIZATION: 'from the environment' };
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', input: '', env }).split('\n').slice(0, -1);
}

interface Sent {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as a curl line, which a report shows in one line; says whether a shell reads a word of it as it was. */
const survives = (name: string, sent: Sent, word: string | Buffer, broken: string): Attack => ({
  name: `is a curl line: ${name}`,
  came: async () => {
    const { method = 'GET', target = '/', headers = {} } = sent;
    const request = { method, target, headers, body: Buffer.alloc(0) };
    const line = oneLine(curlOf(request, new URL('http://h'), { mask: maskOf(['s3cret']) }));
    const wanted = Buffer.from(word).toString('hex');
    return wordsRead(line).includes(wanted) ? 'the word is there' : line;
  },
  must: /^the word is there$/,
  broken,
});

const CURL: readonly Attack[] = [
  survives('a backtick in the name of a secret header', { headers: { 'x-`id`': 's3cret' } }, 'x-`id`: ', 'uid=0(root)'),
  survives('a dollar in the name of a secret header', { headers: { 'x-$home': 's3cret' } }, 'x-$home: ', '-H "x-$home'),
  survives('a quote in a value', { headers: { 'x-a': "it's" } }, "x-a: it's", 'x-a: its'),
  survives('$(id) in a value', { headers: { 'x-a': '$(id)' } }, 'x-a: $(id)', 'x-a: uid=0'),
  survives('latin1 in a value', { headers: { 'x-a': 'caf\u00e9' } }, Buffer.from('x-a: caf\u00e9', 'latin1'), 'c3a9'),
  survives('a tab in a value', { headers: { 'x-a': 'a\tb' } }, 'x-a: a\tb', 'x-a: a\\tb'),
  survives('an empty value', { headers: { 'x-a': '' } }, 'x-a;', 'x-a: '),
  survives('an exclamation mark', { target: '/a!b' }, 'http://h/a!b', 'event not found'),
  survives('a quote in the path', { target: "/it's" }, "http://h/it's", '/its'),
  survives('a dollar in the query', { target: '/?a=$HOME&b=`id`' }, 'http://h/?a=$HOME&b=`id`', '/?a=/root'),
  survives('brackets, which curl expands', { target: '/?a[]=1' }, '--globoff', "curl -X GET 'http://h/?a[]=1'"),
  survives('dots, which curl resolves', { target: '/a/../b' }, '--path-as-is', "curl -X GET 'http://h/a/../b'"),
  survives('a method with a backtick', { method: 'GET`id`' }, 'GET`id`', 'uid=0'),
  survives('HEAD, for which curl waits', { method: 'HEAD' }, '--head', 'curl -X HEAD'),
  {
    name: 'is a curl line: a secret with a quote in it',
    came: async () => {
      const sent = { method: 'GET', target: "/?q=it's-secret", headers: {}, body: Buffer.from("it's-secret") };
      return curlOf(sent, new URL('http://h'), { mask: maskOf(["it's-secret"]) });
    },
    must: /\*\*\*.*\*\*\*/,
    mustNot: /secret/,
    broken: "curl -X GET 'http://h/?q=it'\\''s-secret'",
  },
];

/** What every printer and every shell makes of hostile text. */
export const PRINTERS: Table = { kind: 'documents', attacks: [...printers, ...CURL] };
