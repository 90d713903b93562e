import { generateCases } from '../../../src/cases';
import {
  bodyBytes,
  type Case,
  equalJson,
  parseJson,
  plant,
  replaceAt,
  responseFor,
  valueAt,
} from '../../../src/contract';
import { textAt } from '../../../src/contract/text-at';
import { validatorFor } from '../../../src/validator';
import { userContract } from '../validator/subject';

// Whole contracts are compiled here, on machines that may be busy.
const caseWith = (body: string, pointer: string): Case => ({
  id: `${pointer} planted`,
  verdict: 'reject',
  status: 200,
  headers: {},
  body,
  classes: { [pointer]: 'planted' },
  seed: 1,
  pointer,
});

describe('the text at a pointer', () => {
  it.each([
    ['{"a":1.0,"b":[1e999, {"c": "x\\"}" }]}', '/a', '1.0'],
    ['{"a":1.0,"b":[1e999, {"c": "x\\"}" }]}', '/b/0', '1e999'],
    ['{"a":1.0,"b":[1e999, {"c": "x\\"}" }]}', '/b/1', '{"c": "x\\"}" }'],
    ['{"a":1.0,"b":[1e999, {"c": "x\\"}" }]}', '/b/1/c', '"x\\"}"'],
    [' { "a" : 1 , "a" : {"a":2} } ', '/a/a', '2'],
    ['{"~/":{"":true}}', '/~0~1/', 'true'],
    ['[[],{}]', '', '[[],{}]'],
    ['{"__proto__":1}', '/__proto__', '1'],
  ])('of %s at %s is %s', (text, pointer, expected) => {
    expect(textAt(text, pointer)).toBe(expected);
  });

  it.each([
    ['{"a":[]}', '/b'],
    ['{"a":[]}', '/a/0'],
    ['{"a":1}', '/a/b'],
    ['{}', '/a'],
  ])('of %s at %s is none', (text, pointer) => {
    expect(textAt(text, pointer)).toBeUndefined();
  });

  it('is found within any depth', () => {
    const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)},"b":7}`;
    expect(textAt(deep, '/b')).toBe('7');
  });
});

describe('a replaced value', () => {
  const value = { a: { b: [1, 2] }, c: true };
  it.each([
    ['/a/b/1', 9, { a: { b: [1, 9] }, c: true }],
    ['/a/b/7', 9, { a: { b: [1, 2, 9] }, c: true }],
    ['/a/d', null, { a: { b: [1, 2], d: null }, c: true }],
    ['/a/b/0', undefined, { a: { b: [2] }, c: true }],
    ['/a', undefined, { c: true }],
    ['/x/y', 1, value],
    ['/c/y', 1, value],
    ['', 5, 5],
  ])('at %s', (pointer, replacement, expected) => {
    expect(replaceAt(value, pointer, replacement)).toEqual(expected);
    expect(value).toEqual({ a: { b: [1, 2] }, c: true });
  });
});

describe('a departure', () => {
  const answer = { id: 'live', list: [{ a: 1, b: 2 }], kept: 9007199254740993n };

  it('takes the place of the answer own value, letter for letter', () => {
    expect(plant(caseWith('{"id":1.0,"list":[]}', '/id'), answer).toString()).toBe(
      '{"id":1.0,"list":[{"a":1,"b":2}],"kept":9007199254740993}',
    );
  });

  it('leaves out what the case leaves out', () => {
    const planted = plant(caseWith('{"id":"x","list":[{"b":3}]}', '/list/0/a'), answer);
    expect(planted.toString()).toBe('{"id":"live","list":[{"b":2}],"kept":9007199254740993}');
  });

  it('brings with it what the answer lacks on the way', () => {
    expect(plant(caseWith('{"map":{"k":{"l":null}}}', '/map/k/l'), { id: 'x' }).toString()).toBe(
      '{"id":"x","map":{"k":{"l":null}}}',
    );
    expect(plant(caseWith('{"list":[{"a":null}]}', '/list/0/a'), { list: [] }).toString()).toBe(
      '{"list":[{"a":null}]}',
    );
    expect(plant(caseWith('{"list":[{"a":null}]}', '/list/0/a'), { list: null }).toString()).toBe(
      '{"list":[{"a":null}]}',
    );
  });

  it('of the whole text is the whole text', () => {
    const truncated = caseWith('{"id":', '');
    expect(plant(truncated, answer)).toEqual(bodyBytes(truncated));
  });
});

describe.each(['documented', 'snake_case'] as const)('every case that must be refused, %s', (naming) => {
  const contract = userContract(naming);
  const validator = validatorFor(contract);
  const all = [...generateCases(contract, { mode: 'edge', seed: 1 })];
  const operation = contract.operations[0];
  const [typical] = all.filter(({ verdict }) => verdict === 'accept');
  const least = all.find(({ id }) => id === 'body only the required');

  it.each([typical, least])('is refused at its place when planted into $id', (into) => {
    const answer = parseJson(into?.body ?? '');
    const unseen = all
      .filter(({ verdict }) => verdict === 'reject')
      .filter((testCase) => {
        const findings = validator.response(operation?.id ?? '', 200, plant(testCase, answer));
        return !findings.some(({ pointer }) => pointer.startsWith(testCase.pointer ?? ''));
      })
      .map(({ id }) => id);
    expect(unseen).toEqual([]);
    expect(all.filter(({ verdict }) => verdict === 'reject').length).toBeGreaterThan(500);
  });

  it('leaves the rest of the answer as it is', () => {
    const answer = parseJson(typical?.body ?? '');
    const changed = all.find(({ id }) => id === '/status unknown') as Case;
    const planted = parseJson(plant(changed, answer).toString());
    expect(equalJson(replaceAt(planted, '/status', valueAt(answer, '/status')), answer)).toBe(true);
    expect(responseFor(operation as never, 200)?.status).toBe('200');
  });
});
