import { DEFAULT_POLICY, fuzz, type ParseFunction } from '../../src/fuzz';
import { optionsFor } from './any-root';

jest.setTimeout(120_000);

const options = optionsFor({
  type: 'object',
  required: ['id', 'count', 'size', 'when', 'state', 'on'],
  properties: {
    id: { type: 'string' },
    count: { type: 'integer', minimum: 0, maximum: 100 },
    size: { type: 'number' },
    when: { type: 'string', format: 'date' },
    state: { type: 'string', enum: ['NEW', 'OLD'] },
    on: { type: 'boolean' },
  },
});

type Body = Record<string, unknown>;

/** What an SDK does that reads what comes: the change is made to objects alone. */
const lenient =
  (change: (body: Body) => unknown): ParseFunction =>
  (body) => {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? change(read as Body) : read;
  };

const run = (exported: ParseFunction, invalid: 'must-fail' | 'may-pass') =>
  fuzz({
    ...options,
    rejectsWith: [],
    runs: 600,
    policy: { ...DEFAULT_POLICY, invalid },
    parser: { kind: 'loaded', exported },
  });

const rulesOf = ({ results }: Awaited<ReturnType<typeof run>>): string[] =>
  results
    .flatMap(({ status, findings: [finding] }) => (status === 'failed' ? [`${finding?.rule} ${finding?.pointer}`] : []))
    .sort();

it('takes a parser that reads what comes, and in one sentence says of one that must not', async () => {
  const asIs = lenient((body) => body);
  const [mayPass, mustFail] = [await run(asIs, 'may-pass'), await run(asIs, 'must-fail')];
  expect(rulesOf(mayPass)).toEqual([]);
  expect(mayPass.warnings).toBeUndefined();
  expect(rulesOf(mustFail).length).toBeGreaterThan(5);
  expect(mustFail.warnings).toContainEqual(
    expect.stringMatching(/^the parser takes invalid responses at \d+ places, .* --invalid may-pass$/),
  );
});

it.each<[string, (body: Body) => unknown, string]>([
  ['an invalid date', (body) => ({ ...body, when: new Date(String(body['when'])) }), 'invalid-date /when'],
  ['NaN', (body) => ({ ...body, count: Number(body['count']) }), 'wrong-value /count'],
  ['another value', (body) => (Number(body['count']) > 100 ? { ...body, count: 100 } : body), 'wrong-value /count'],
  [
    'another text',
    (body) => (typeof body['state'] === 'string' && body['state'].length > 3 ? { ...body, state: 'OLD' } : body),
    'wrong-value /state',
  ],
])('finds that what is invalid becomes %s', async (_what, change, expected) => {
  expect(rulesOf(await run(lenient(change), 'may-pass'))).toContain(expected);
});
