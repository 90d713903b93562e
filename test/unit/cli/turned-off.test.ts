import { loadContract } from '../../../src/app/contract-reference';
import { turnedOffBy } from '../../../src/app/verify/turned-off';
import type { Contract } from '../../../src/contract';
import { ROOT } from '../../support/run-cli';

let contract: Contract;
beforeAll(async () => {
  contract = await loadContract('user-update-resp', { cwd: ROOT });
});

describe('a rule that is turned off', () => {
  it.each([
    ['version-changes=our etags are opaque', { 'version-changes': 'our etags are opaque' }],
    ['not-refused=a=b', { 'not-refused': 'a=b' }],
    ['enum=new values come', { enum: 'new values come' }],
    ['object-is-user=it is an alias', { 'object-is-user': 'it is an alias' }],
  ])('has a name and a reason: %s', (word, expected) => {
    expect(turnedOffBy([word], [contract])).toEqual(expected);
  });

  it.each([
    ['version-change=a slip', 'names no rule'],
    ['pact-body=the pact is wrong', 'names no rule'],
    ['version-changes', 'gives no reason'],
    ['version-changes= ', 'gives no reason'],
  ])('is refused else: %s', (word, message) => {
    expect(() => turnedOffBy([word], [contract])).toThrow(message);
  });
});
