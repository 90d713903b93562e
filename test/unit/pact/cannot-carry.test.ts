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
});
