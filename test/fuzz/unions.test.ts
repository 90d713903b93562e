import { fuzz, type ParseFunction } from '../../src/fuzz';
import { correct, optionsFor, Refused } from './any-root';

jest.setTimeout(120_000);

const branch = (kind: string, name: string) => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { type: 'string', enum: [kind] }, [name]: { type: 'string' } },
});

const options = optionsFor({
  type: 'object',
  required: ['id', 'number', 'x'],
  properties: {
    id: { type: 'string' },
    number: { type: 'integer', format: 'int64' },
    x: { oneOf: [branch('card', 'a'), branch('inv', 'b')] },
  },
});

type Body = { readonly number: unknown; readonly x: { readonly a?: string; readonly b?: string } };

/** Every refusal comes from one place of the parser. */
const refuse = (why: string): never => {
  throw new Refused(why);
};

async function found(exported: ParseFunction): Promise<[string, string | undefined][]> {
  const { results } = await fuzz({ ...options, runs: 600, parser: { kind: 'loaded', exported } });
  return results
    .filter(({ status }) => status === 'failed')
    .map(({ findings: [finding], details }): [string, string | undefined] => [
      `${finding?.rule} ${finding?.pointer}`,
      details?.['payload'],
    ])
    .sort();
}

it('keeps faults in the branches of a union, and beside it, apart, each with the smallest body', async () => {
  const judged = correct(options);
  const faults = await found((body, response) => {
    const read = judged(body, response) as Body;
    if (typeof read.number === 'bigint') refuse('number');
    if (/[^\p{ASCII}]/u.test(read.x.a ?? '')) refuse('a');
    if (read.x.b === '') refuse('b');
    return read;
  });
  expect(faults).toEqual([
    ['refuses-valid /number', expect.stringMatching(/^\{"id":"alpha","number":-?\d{16,},"x":\{"kind":"card"\}\}$/)],
    [
      'refuses-valid /x/a',
      expect.stringMatching(/^\{"id":"alpha","number":1680674828000,"x":\{"kind":"card","a":".{1,3}"\}\}$/u),
    ],
    ['refuses-valid /x/b', '{"id":"alpha","number":1680674828000,"x":{"kind":"inv","b":""}}'],
  ]);
});

it('tells of an invalid branch by a body in which just that is wrong', async () => {
  const judged = correct(options);
  const faults = await found((body, response) => {
    try {
      const read = JSON.parse(body) as Body | null;
      if (read?.x?.b === null) return read;
    } catch {
      // It is refused as all that is no JSON.
    }
    return judged(body, response);
  });
  expect(faults).toEqual([
    ['accepts-invalid /x/b', '{"id":"alpha","number":1680674828000,"x":{"kind":"inv","b":null}}'],
  ]);
});

it('keeps two faults apart that one function tells of, also where a case has both', async () => {
  const judged = correct(options);
  const faults = await found((body, response) => {
    const read = judged(body, response) as Body & { readonly id: string };
    if (read.id === '') refuse('it is empty');
    if (typeof read.number === 'bigint') refuse('it is too large');
    return read;
  });
  expect(faults).toEqual([
    ['refuses-valid /id', '{"id":"","number":1680674828000,"x":{"kind":"card"}}'],
    ['refuses-valid /number', expect.stringMatching(/^\{"id":"alpha","number":-?\d{16,},"x":\{"kind":"card"\}\}$/)],
  ]);
});

it('puts a fault where its error says that it is', async () => {
  const judged = correct(options);
  const faults = await found((body, response) => {
    const read = judged(body, response) as Body & { readonly id: string };
    if (read.id === '') throw Object.assign(new Refused('no'), { issues: [{ path: ['number'] }] });
    return read;
  });
  expect(faults).toEqual([['refuses-valid /number', '{"id":"","number":1680674828000,"x":{"kind":"card"}}']]);
});

it('takes one throw for one finding, whatever leads there', async () => {
  const judged = correct(options);
  const faults = await found((body, response) => {
    try {
      return judged(body, response);
    } catch (error) {
      throw body.includes('null') ? new TypeError('it cannot be read') : error;
    }
  });
  expect(faults.map(([title]) => title.split(' ')[0])).toEqual(['undeclared-error']);
});
