import { parseJson, type Schema } from '../../../src/contract';
import { losesDigits, textFindings } from '../../../src/observe/checks/text-findings';
import { FieldNode } from '../../../src/observe/seen/field-node';

describe('digits that a double loses', () => {
  it.each([
    '0',
    '-1',
    '9007199254740992',
    '1e22',
    '0.1',
    '0.10000000000000001',
    '1234567.125',
    '100000000000000000000',
    '1.50',
  ])('keeps %s', (token) => expect(losesDigits(token)).toBe(false));

  it.each(['9007199254740993', '-12345678901234567890', '1e400', '0.12345678901234567891', '1234567890.12345678901'])(
    'loses some of %s',
    (token) => expect(losesDigits(token)).toBe(true),
  );
});

describe('what a JSON text shows beside its value', () => {
  const integer = (format?: string): Schema => ({ kind: 'integer', ...(format === undefined ? {} : { format }) });
  const item: Schema = {
    kind: 'object',
    properties: [
      { name: 'id', required: true, schema: integer() },
      { name: 'big', required: false, schema: integer('int64') },
    ],
    additional: { kind: 'any' },
  };
  const found = (text: string) =>
    textFindings(text, parseJson(text), { scope: 'x', node: new FieldNode([{ kind: 'array', items: item }], {}) });

  it('is nothing in an ordinary text', () => {
    expect(found('[{"id":1,"a":{"id":2},"b":"\\":,:"}, {"id":3,"big":1700000000000}]')).toEqual([]);
  });

  it('is a member twice, at its place, the same for each item', () => {
    const findings = found('[{"id":1},{"id":1,"id":2},{"a":{"__proto__":1,"__proto__":2}},{"id":3,"id":3}]');
    expect(findings.map(({ rule, pointer, level }) => [rule, pointer, level])).toEqual([
      ['duplicate-member', '/1/id', 'error'],
      ['duplicate-member', '/2/a/__proto__', 'error'],
      ['duplicate-member', '/3/id', 'error'],
    ]);
    expect(findings[0]?.fingerprint).toBe(findings[2]?.fingerprint);
  });

  it('is lost digits, of which readers know where the document says int64', () => {
    expect(
      found('[{"id":9007199254740993,"big":9007199254740993,"x":0.12345678901234567891}]').map(({ pointer, level }) => [
        pointer,
        level,
      ]),
    ).toEqual([
      ['/0/id', 'error'],
      ['/0/big', 'note'],
      ['/0/x', 'warning'],
    ]);
  });
});
