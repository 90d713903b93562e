import type { Case } from '../../contract';
import { isLoud, type Shown } from '../../fuzz';
import type { ParserWords } from './words';

/** What is seen only after, or beside, other responses. */
const AFTER_OTHERS = new Set(['depends-on-history', 'changes-later', 'mixes-calls']);

/** A text as TypeScript has it, in single quotes. */
const literal = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const key = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : literal(name));

const record = (entries: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(entries)
    .map(([name, value]) => `${key(name)}: ${literal(value)}`)
    .join(', ')} }`;

interface Import {
  readonly name: string;
  readonly line: string;
}

/** How an export is imported, from the folder that its reference is relative to. */
function importOf(reference: string, fallback: string): Import {
  const [path = '', name = 'default'] = reference.split('#');
  const from = path.startsWith('.') || path.startsWith('/') ? path : `./${path}`;
  const module = literal(from.replace(/\.(?:ts|js)$/, ''));
  return name === 'default'
    ? { name: fallback, line: `import ${fallback} from ${module};` }
    : { name, line: `import { ${name} } from ${module};` };
}

const member = (name: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`    ${name}: ${value},`];

const text = (value: string | undefined): string | undefined => (value === undefined ? undefined : literal(value));

const listed = (texts: readonly string[] = []): string | undefined =>
  texts.length === 0 ? undefined : `[${texts.map(literal).join(', ')}]`;

function responseLines({ verdict, status, headers, body, bodyBase64, pointer, reason }: Case): string[] {
  const inner = [
    `verdict: '${verdict}'`,
    `status: ${status}`,
    `headers: ${Object.keys(headers).length === 0 ? '{}' : record(headers)}`,
    ...(body === undefined ? [] : [`body: ${literal(body)}`]),
    ...(bodyBase64 === undefined ? [] : [`bodyBase64: ${literal(bodyBase64)}`]),
    ...(pointer === undefined ? [] : [`pointer: ${literal(pointer)}`]),
    ...(reason === undefined ? [] : [`reason: ${literal(reason)}`]),
  ];
  return ['    response: {', ...inner.map((line) => `      ${line},`), '    },'];
}

/** A Jest test, to be put beside the parser: it fails as long as the finding is there, and keeps it away afterwards. */
export function jestSnippet(words: ParserWords, { title, rule, testCase }: Shown): string {
  // What shakes the thread that it happens in is looked at from another one: the parser is named, not imported.
  const isNamed = words.parser.startsWith('cmd:') || isLoud(rule);
  const parser = isNamed ? undefined : importOf(words.parser, 'parse');
  const toWire = words.toWire === undefined || isNamed ? undefined : importOf(words.toWire, 'toWire');
  return [
    "import { parserFindings } from 'pactcheck/fuzz';",
    ...[parser, toWire].flatMap((one) => (one === undefined ? [] : [one.line])),
    '',
    `it(${literal(title)}, async () => {`,
    '  const findings = await parserFindings({',
    ...member('contract', literal(words.contract)),
    ...member('parser', parser?.name ?? literal(words.parser)),
    ...member('rejectsWith', listed(words.rejectsWith)),
    ...member('toWire', toWire?.name ?? text(words.toWire)),
    ...member('unknownFields', text(words.unknownFields)),
    ...member('unknownEnum', text(words.unknownEnum)),
    ...member('unusualDates', text(words.unusualDates)),
    ...member('invalid', text(words.invalid)),
    ...member('givesDefaults', words.givesDefaults ? 'true' : undefined),
    ...member('without', listed(words.without)),
    ...member('operation', text(words.operation)),
    ...member('wireNames', text(words.wireNames)),
    ...member('afterOthers', AFTER_OTHERS.has(rule) ? 'true' : undefined),
    ...responseLines(testCase),
    '  });',
    '  expect(findings).toEqual([]);',
    '});',
  ].join('\n');
}
