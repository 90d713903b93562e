import fc from 'fast-check';
import { equalJson, jsonValueIn, ownMember, parseJson, stringifyJson } from '../../../src/contract';

describe('reading JSON', () => {
  it('keeps every digit of an integer', () => {
    const text = '{"n":9007199254740993,"list":[-9223372036854775808,1.5]}';
    expect(parseJson(text)).toEqual({ n: 9007199254740993n, list: [-9223372036854775808n, 1.5] });
    expect(stringifyJson(parseJson(text))).toBe(text);
  });

  it('keeps every digit wherever in the text it stands', () => {
    const long = fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), long, fc.nat(), (before, integer, after) => {
        const value = { [before]: integer, after };
        expect(equalJson(parseJson(stringifyJson(value)), value)).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    ['escaped', '["\\u0001:5","\\u0001\\u0001:9007199254740993",9007199254740993]'],
    ['in a key', '{"\\u0001:5":9007199254740993}'],
  ])('takes no text for an integer, whatever control characters it has: %s', (_name, text) => {
    expect(equalJson(parseJson(text), parseJson(stringifyJson(parseJson(text))))).toBe(true);
    expect(stringifyJson(parseJson(text))).toBe(text);
  });
});

describe('values that are equal', () => {
  it.each([
    ['{"a":[1,{"b":2}],"c":null}', '{"c":null,"a":[1,{"b":2}]}', true],
    ['{"a":1}', '{"a":1,"b":1}', false],
    ['{"a":1}', '{"b":1}', false],
    ['{"__proto__":1}', '{"a":1}', false],
    ['[1,2]', '[2,1]', false],
    ['[1]', '[1,1]', false],
    ['[]', '{}', false],
    ['null', '{}', false],
    ['"1"', '1', false],
    ['1.0', '1', true],
  ])('%s and %s: %s', (left, right, isEqual) => {
    expect(equalJson(parseJson(left), parseJson(right))).toBe(isEqual);
    expect(equalJson(parseJson(right), parseJson(left))).toBe(isEqual);
  });

  it('may be an integer of either type', () => {
    expect(equalJson({ n: [1n] }, { n: [1] })).toBe(true);
    expect(equalJson({ n: [9007199254740993n] }, { n: [9007199254740992] })).toBe(false);
  });
});

describe('the value of a text', () => {
  it('is that of its JSON, each digit kept, and none of what is not JSON', () => {
    expect(jsonValueIn('[9007199254740993]')).toEqual([9007199254740993n]);
    expect(['', '{', 'a'].map(jsonValueIn)).toEqual([undefined, undefined, undefined]);
  });
});

describe('an own member', () => {
  it('is none that every object inherits, and none of what is no object', () => {
    expect(ownMember({ a: null }, 'a')).toBeNull();
    expect(ownMember(parseJson('{"__proto__":1}'), '__proto__')).toBe(1);
    expect([ownMember({}, 'constructor'), ownMember([1], '0'), ownMember(undefined, 'a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
