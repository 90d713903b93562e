import { inUtf16Units, isJsonObject, type JsonValue, plain } from '../../../src/contract';

describe('a value made plain', () => {
  it.each<[string, JsonValue, JsonValue]>([
    ['U+0000', 'a\u0000b', 'a b'],
    ['half of a character', 'a\ud800b', 'a\ufffdb'],
    ['a noncharacter', '\uffff', '\ufffd'],
    ['a leap second', '2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
    ['an integer past a double', 9223372036854775807n, Number.MAX_SAFE_INTEGER],
    ['one below', -9223372036854775808n, Number.MIN_SAFE_INTEGER],
  ])('has no %s', (_what, value, expected) => {
    expect(plain(value)).toEqual(expected);
    expect(plain([value])).toEqual([expected]);
  });

  it('has no name that frameworks refuse', () => {
    const made = plain(JSON.parse('{"__proto__":{"__proto__":"x"},"constructor":1}') as JsonValue);
    expect(isJsonObject(made) && Object.keys(made)).toEqual(['proto', 'constructor']);
    expect(JSON.stringify(made)).toBe('{"proto":{"proto":"x"},"constructor":1}');
  });

  it.each<JsonValue>(['🦊 é "x" \n', '12:60:00', 1.5, -1, true, null, { a: ['b', {}] }])(
    'leaves %j as it is',
    (value) => {
      expect(plain(value)).toEqual(value);
    },
  );

  it('is counted in UTF-16 units', () => {
    expect(inUtf16Units({ a: ['🦊é'] })).toEqual({ a: ['xxé'] });
  });
});
