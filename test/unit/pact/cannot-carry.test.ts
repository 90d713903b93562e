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

  it('is a long list, a large map and a long text, where a smaller one is as plain', () => {
    const kind = (name: string) => ({ pointer: '/a', schema: { kind: name } });
    const items = Array.from({ length: 100 }, (_, id) => ({ id, name: 'alpha' }));
    const map = Object.fromEntries(items.map(({ id }) => [`key ${id}`, 'alpha']));
    expect(cannotCarry(kind('array'), 'hundred', items)).toContain('too large for a pact');
    expect(cannotCarry(kind('map'), 'hundred', map)).toContain('too large for a pact');
    expect(cannotCarry(kind('string'), 'at the maximum', 'x'.repeat(1_001))).toContain('too large for a pact');
    expect(cannotCarry(kind('string'), 'at the maximum', 'x'.repeat(900))).toBeUndefined();
    expect(cannotCarry(kind('array'), 'hundred', Array(100).fill(1))).toBeUndefined();
    // What nothing smaller stands for.
    expect(cannotCarry(kind('array'), 'typical', items)).toBeUndefined();
    expect(cannotCarry(kind('array'), 'one', [map])).toBeUndefined();
    expect(cannotCarry(kind('object'), 'all members', map)).toBeUndefined();
  });

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
