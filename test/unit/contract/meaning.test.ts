import { instantOf, meaningOf, offsetOf, STRING_FORMATS } from '../../../src/contract';

it('knows what the texts of a format stand for', () => {
  const meanings = [...STRING_FORMATS.values()].flatMap(({ name, means }) => (means ? [`${name}: ${means}`] : []));
  expect(meanings).toEqual([
    'byte: bytes',
    'date: date',
    'date-time: instant',
    'email: mail',
    'time: time',
    'uri: address',
    'uuid: id',
  ]);
});

it('says nothing of other schemas and formats', () => {
  expect(meaningOf({ kind: 'string', format: 'colour' })).toBeUndefined();
  expect(meaningOf({ kind: 'boolean' })).toBeUndefined();
});

it.each([
  ['1970-01-01T00:00:01Z', 1000],
  ['1970-01-01t01:00:00.0019+01:00', 1],
  ['2016-12-31T23:59:60Z', Date.UTC(2016, 11, 31, 23, 59, 59)],
  [1000, 1000],
  [1000n, 1000],
  ['2023-04-05T12:30:60Z', undefined],
  ['2023-04-05', undefined],
  [null, undefined],
])('reads the instant of %p as %p', (value, instant) => expect(instantOf(value)).toBe(instant));

it.each([
  ['2023-04-05T06:07:08Z', 0],
  ['2023-04-05T06:07:08+05:30', 19_800_000],
  ['2023-04-05T06:07:08-03:30', -12_600_000],
])('reads the offset of %s', (text, offset) => expect(offsetOf(text)).toBe(offset));
