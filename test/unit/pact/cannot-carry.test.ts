import { cannotCarry, cannotCarryBody } from '../../../src/pact';

describe('what a pact cannot carry', () => {
  it('is an empty text as the whole body, which the verifier takes for no body; in a member it is like any other', () => {
    expect(cannotCarry({ pointer: '' }, 'empty', '')).toContain('no body at all');
    expect(cannotCarryBody('')).toContain('no body at all');
    expect(cannotCarry({ pointer: '/name' }, 'empty', '')).toBeUndefined();
    expect(cannotCarryBody([''])).toBeUndefined();
    expect(cannotCarryBody('text')).toBeUndefined();
  });
});
