import { isDateTime, STRING_FORMATS } from '../../../src/contract';
import { moved } from '../../../src/service/moved';

describe('a timestamp moves', () => {
  it.each([
    ['2023-04-05T06:07:08Z', '2023-04-05T06:07:09Z'],
    ['2023-04-05T06:07:08+00:00', '2023-04-05T06:07:09+00:00'],
    ['2023-04-05T06:07:08-00:00', '2023-04-05T06:07:09-00:00'],
    ['2023-12-31T23:59:59-03:30', '2024-01-01T00:00:00-03:30'],
    ['2023-04-05t06:07:08.123456789z', '2023-04-05t06:07:09.123456789z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:01Z'],
    ['1990-12-31T15:59:60-08:00', '1990-12-31T16:00:00-08:00'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:01Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
  ])('from %s to %s', (before, after) => {
    expect(moved(before, [])).toBe(after);
  });

  it('to a date-time again, from every edge of the format', () => {
    const values = Object.values(STRING_FORMATS.get('date-time')?.edge ?? {}).flatMap((edge) => edge.values);
    expect(values.map((value) => moved(value, [])).filter((value) => !isDateTime(String(value)))).toEqual([]);
  });

  it('past what it must not precede', () => {
    expect(moved('2023-04-05T06:07:08+02:00', ['2023-04-05T06:00:00Z'])).toBe('2023-04-05T08:00:01+02:00');
  });

  it('by a second in milliseconds, exactly', () => {
    expect(moved(1_680_674_828_000, [])).toBe(1_680_674_829_000);
    expect(moved(9007199254740993n, [])).toBe(9007199254741993n);
  });

  it('not at all where it is none', () => {
    expect([moved('soon', []), moved(null, []), moved(true, [])]).toEqual(['soon', null, true]);
  });
});
