import { repeatedKeys } from '../../../../src/importers/openapi/repeated-keys';

describe('keys that stand in one object twice', () => {
  it('are told with the line of each that comes again', () => {
    const text =
      '{\n  "a": 1,\n  "a": 2,\n  "b": { "a": "\\"a\\":" },\n\n  "list": [{ "b": 1 }, { "b": 2 }],\n  "b": 3, "a": 4\n}';
    expect(repeatedKeys(text)).toEqual([
      { key: 'a', line: 3 },
      { key: 'b', line: 7 },
      { key: 'a', line: 7 },
    ]);
  });

  it('are none where each stands once', () => {
    expect(repeatedKeys('{ "a": { "a": [ { "a": 1 } ] } }')).toEqual([]);
  });
});
