import { cannotCarry, cannotCarryBody } from '../../../src/pact';

describe('what a pact cannot carry', () => {
  it.each(['', null])(
    'is %j as the whole body, which the verifier takes for none; in a member it is like any other',
    (body) => {
      expect(cannotCarry({ pointer: '' }, 'empty', body)).toContain('no body at all');
      expect(cannotCarry({ pointer: '/|1' }, 'null', body)).toContain('no body at all');
      expect(cannotCarryBody(body)).toContain('no body at all');
      expect(cannotCarry({ pointer: '/name' }, 'empty', body)).toBeUndefined();
      expect(cannotCarryBody([body])).toBeUndefined();
      expect(cannotCarryBody('text')).toBeUndefined();
    },
  );

  it('is a leap second, which neither a `Date` nor most databases hold, and nothing that only looks like it', () => {
    const reason = (text: string): string | undefined => cannotCarry({ pointer: '/paidAt' }, 'leap second', text);
    expect(reason('2016-12-31T23:59:60Z')).toContain('no type that holds a leap second');
    expect(['2016-12-31T23:59:59Z', 'at 23:59:60', '12:30:60Z'].map(reason)).toEqual([undefined, undefined, undefined]);
    expect(cannotCarryBody({ paidAt: '2016-12-31T23:59:60Z' })).toBeUndefined();
  });

  it('is a container where anything may stand in a map in a list: it would be compared with a text', () => {
    const any = { kind: 'any' };
    expect(cannotCarry({ pointer: '/parts/[]/{}', schema: any }, 'a list', [])).toContain('maps in lists');
    expect(cannotCarry({ pointer: '/parts/[]/extra/{}', schema: any }, 'an object', {})).toContain('maps in lists');
    expect(cannotCarry({ pointer: '/parts/[]/{}', schema: any }, 'a text', 'x')).toBeUndefined();
    expect(cannotCarry({ pointer: '/extra/{}', schema: any }, 'a list', [])).toBeUndefined();
    expect(cannotCarry({ pointer: '/parts/[]/{}', schema: { kind: 'array' } }, 'empty', [])).toBeUndefined();
  });
});
