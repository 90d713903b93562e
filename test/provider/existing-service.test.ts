import { join } from 'node:path';
import type { Result } from '../../src/result';
import { makeFolder } from '../support/folder';
import { type Outcome, ROOT, runCli } from '../support/run-cli';

const EXAMPLE = join(ROOT, 'examples/existing-service');

interface Row {
  readonly id: string;
  readonly [name: string]: unknown;
}

interface Answer {
  readonly status: number;
  readonly value?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Query = URLSearchParams;

/** The service of the example, as far as faults are planted into it. */
interface BookingsService {
  rows: Map<string, Row>;
  answer(call: { readonly key?: string; readonly method: string }): Answer;
  isKnown(key: string | undefined): boolean;
  problemIn(body: unknown, required: readonly string[]): string | undefined;
  written(body: object): object;
  create(body: object): Answer;
  replace(row: Row, body: object): Answer;
  change(row: Row, body: object): Answer;
  remove(row: Row): Answer;
  list(query: Query): Answer;
  filtered(rows: Row[], query: Query): Row[];
  sorted(rows: Row[], sort?: string): Row[];
  page(rows: Row[], page: number, size: number): Row[];
  show(row: Row): object;
  refuse(status: number, message: string): Answer;
}

const { Bookings, start } = require(join(EXAMPLE, 'service.js')) as {
  readonly Bookings: new () => BookingsService;
  readonly start: (bookings: BookingsService) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
};

/** Explores the service from its document alone. */
async function explored(
  service: BookingsService,
  words: readonly string[] = [],
  key = 'secret',
): Promise<Outcome & { results: readonly Result[] }> {
  const running = await start(service);
  const folder = makeFolder({});
  try {
    const outcome = await runCli(
      [
        ...['verify', '--contract', join(EXAMPLE, 'openapi.yaml'), '--explore', '12'],
        ...['--provider-base-url', running.url, '--header', `X-API-Key: ${key}`, ...words],
      ],
      { cwd: folder.path },
    );
    return { ...outcome, results: outcome.run?.results ?? [] };
  } finally {
    folder.remove();
    await running.close();
  }
}

/** What is found, as `rule pointer`. */
const foundIn = (results: readonly Result[]): string[] =>
  results.flatMap(({ findings }) => findings.map(({ rule, pointer }) => `${rule} ${pointer}`.trim()));

type Fault = (plain: BookingsService) => Partial<BookingsService>;

/** Faults that somebody may make in such a service, and the rules by which each is found. */
const FAULTS: Readonly<Record<string, readonly [fault: Fault, rule: RegExp]>> = {
  'a note is not kept': [
    (plain) => ({ written: (body) => ({ ...plain.written(body), note: undefined }) }),
    /^written-comes-back \/note$/,
  ],
  'guests are sent as a text': [
    (plain) => ({ show: (row) => ({ ...plain.show(row), guests: String(row['guests']) }) }),
    /^type .*guests$/,
  ],
  'a status is not documented': [
    (plain) => ({ create: (body) => ({ ...plain.create(body), status: 202 }) }),
    /^unexpected-status$/,
  ],
  'no location': [(plain) => ({ create: (body) => ({ ...plain.create(body), headers: {} }) }), /^header/],
  'a creation is not stored': [
    (plain) => ({
      create: (body) => {
        const answer = plain.create(body);
        plain.rows.delete((answer.value as Row)?.id);
        return answer;
      },
    }),
    /^created-is-readable$/,
  ],
  'two bookings have one id': [
    (plain) => ({
      create: (body) => {
        const [first] = plain.rows.values();
        const answer = plain.create(body);
        if (first === undefined || answer.status !== 201) return answer;
        plain.rows.delete((answer.value as Row).id);
        return { ...answer, value: { ...(answer.value as Row), id: first.id } };
      },
    }),
    /^created-is-new$/,
  ],
  'a change is not stored': [() => ({ change: () => ({ status: 204 }) }), /^written-comes-back/],
  'a change resets the note': [
    (plain) => ({
      change: (row, body) => {
        const { note: _lost, ...rest } = row;
        return plain.change('note' in (body ?? {}) ? row : (rest as Row), body);
      },
    }),
    /^untouched-stays \/note$/,
  ],
  'a change changes all': [
    (plain) => ({
      change: (row, body) => {
        const answer = plain.change(row, body);
        if (answer.status === 204) for (const other of [...plain.rows.values()]) plain.change(other, body);
        return answer;
      },
    }),
    /^others-stay/,
  ],
  'a deletion does nothing': [() => ({ remove: () => ({ status: 204 }) }), /^deleted-is-gone$/],
  'a deletion deletes another one as well': [
    (plain) => ({
      remove: (row) => {
        const [other] = [...plain.rows.values()].filter(({ id }) => id !== row.id);
        if (other !== undefined) plain.rows.delete(other.id);
        return plain.remove(row);
      },
    }),
    /^others-stay$/,
  ],
  'a filter is ignored': [
    (plain) => ({
      filtered: (rows, query) => {
        const less = new URLSearchParams(query);
        less.delete('status');
        return plain.filtered(rows, less);
      },
    }),
    /^filter-matches$/,
  ],
  'a filter gives nothing': [
    (plain) => ({ filtered: (rows, query) => (query.has('room') ? [] : plain.filtered(rows, query)) }),
    /^filter-loses$/,
  ],
  'pages overlap': [
    (plain) => ({
      page: (rows, page, size) =>
        plain.page(rows, page, size).length === 0
          ? []
          : rows.slice(Math.max(0, (page - 1) * size - 1), page * size - (page > 1 ? 1 : 0)),
    }),
    /^(?:pages-repeat|pages-lose)$/,
  ],
  'the second page is lost': [
    (plain) => ({ page: (rows, page, size) => plain.page(rows, page > 1 ? page + 1 : page, size) }),
    /^pages-lose$/,
  ],
  'a size is ignored': [(plain) => ({ page: (rows, page) => plain.page(rows, page, 20) }), /^size-is-kept$/],
  'a sort goes the other way round': [
    (plain) => ({ sorted: (rows, sort) => (sort === undefined ? rows : plain.sorted(rows, sort).reverse()) }),
    /^sort-sorts$/,
  ],
  'too many guests are taken': [
    (plain) => ({
      problemIn: (body, required) => {
        const problem = plain.problemIn(body, required);
        return problem === 'guests is not valid' && Number((body as Row)['guests']) > 12 ? undefined : problem;
      },
    }),
    /^invalid-request-accepted \/guests$/,
  ],
  'a wrong body makes it fail': [
    (plain) => ({
      problemIn: (body, required) => {
        if (body === null) throw new Error('no object');
        return plain.problemIn(body, required);
      },
    }),
    /^(?:server-error|no-answer)/,
  ],
  'a refused change is stored': [
    (plain) => ({
      change: (row, body) => {
        const answer = plain.change(row, body);
        if (answer.status === 400) plain.rows.set(row.id, { ...row, guests: 3, note: 'kept though refused' });
        return answer;
      },
    }),
    /^refused-update-changes/,
  ],
  'an invalid parameter is taken': [
    (plain) => ({
      list: (query) => {
        const answer = plain.list(query);
        return answer.status === 400 && query.has('size') ? plain.list(new URLSearchParams()) : answer;
      },
    }),
    /^invalid-request-accepted$/,
  ],
  'no key is wanted': [() => ({ isKnown: () => true }), /^not-refused$/],
  'an unknown id is answered': [
    (plain) => ({
      answer: (call) => {
        const answer = plain.answer(call);
        const [first] = plain.rows.values();
        const isLost = answer.status === 404 && call.method === 'GET' && first !== undefined;
        return isLost ? { status: 200, value: first } : answer;
      },
    }),
    /^(?:not-refused|deleted-is-gone)$/,
  ],
};

/** The service with a fault: what the fault does not change is as it was. */
function faulty(fault: Fault): BookingsService {
  const service = new Bookings();
  const plain = Object.fromEntries(
    Object.getOwnPropertyNames(Bookings.prototype).map((name) => {
      const method = Reflect.get(Bookings.prototype, name) as (...given: unknown[]) => unknown;
      return [name, typeof method === 'function' ? method.bind(service) : method];
    }),
  );
  return Object.assign(service, fault({ ...plain, rows: service.rows } as unknown as BookingsService));
}

describe('a service that knows nothing of tests', () => {
  it('is explored from its document alone: nothing is wrong with it, and nothing is left in it', async () => {
    const service = new Bookings();
    const { results, exitCode } = await explored(service, ['--other-header', 'X-API-Key: wrong']);
    expect(foundIn(results)).toEqual([]);
    expect(exitCode).toBe(0);
    expect(results.filter(({ status }) => status === 'skipped')).toEqual([]);
    expect(results[0]?.details).toMatchObject({ explored: '6 of 6 operations' });
    expect(service.rows.size).toBe(0);
  });

  it.each(Object.entries(FAULTS))('is found out where %s', async (_name, [fault, rule]) => {
    const { results } = await explored(faulty(fault));
    expect(foundIn(results)).toContainEqual(expect.stringMatching(rule));
  });

  it('is told what it lacks where nobody gave a key', async () => {
    const { results, exitCode } = await explored(new Bookings(), [], 'unknown');
    expect(results.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('give credentials by --header'));
    expect(exitCode).not.toBe(0);
  });

  it('is left alone after so many calls, and nothing is left in it', async () => {
    const service = new Bookings();
    let calls = 0;
    const answer = service.answer.bind(service);
    service.answer = (call) => {
      calls += 1;
      return answer(call);
    };
    await explored(service, ['--calls', '20']);
    expect(calls).toBeLessThan(40);
    expect(service.rows.size).toBe(0);
  });
});
