import { equalJson, parseJson, stringifyJson } from '../../../src/contract';

describe('reading JSON', () => {
  it('keeps every digit of an integer', () => {
    const text = '{"n":9007199254740993,"list":[-9223372036854775808,1.5]}';
    expect(parseJson(text)).toEqual({ n: 9007199254740993n, list: [-9223372036854775808n, 1.5] });
    expect(stringifyJson(parseJson(text))).toBe(text);
  });

  it.each([
    ['escaped', '["\\u0001:5","\\u0001\\u0001:9007199254740993",9007199254740993]'],
    ['in a key', '{"\\u0001:5":9007199254740993}'],
  ])('takes no text for an integer, whatever control characters it has: %s', (_name, text) => {
    expect(equalJson(parseJson(text), parseJson(stringifyJson(parseJson(text))))).toBe(true);
    expect(stringifyJson(parseJson(text))).toBe(text);
  });
});
