import { causesIn, findingsOf } from '../../../src/provider/replay/mismatch-finding';

const scope = { level: 'error', endpoint: 'PUT /' } as const;
const missing = {
  type: 'BodyMismatch',
  path: '$',
  mismatch: 'Actual map is missing the following keys: id, etag',
  expected: '["id","etag"]',
  actual: '["code"]',
};
const status = { type: 'StatusMismatch', mismatch: 'expected 200 but was 400', expected: '200', actual: '400' };
const header = { type: 'HeaderMismatch', key: 'X-A', mismatch: 'no X-A', expected: 'a', actual: '' };

const told = (...mismatches: readonly object[]): string[] =>
  causesIn(
    mismatches.flatMap((mismatch) => findingsOf(mismatch as never, scope)),
    Buffer.from('{"code":400}'),
  ).map(({ rule, pointer, actual }) => `${rule} ${pointer} ${actual}`);

describe('what breaks a pact', () => {
  it('is told of each member', () => {
    expect(told(missing)).toEqual(['pact-body /id no such member', 'pact-body /etag no such member']);
  });

  it('is another status before all, by what the answer says, and then no members', () => {
    expect(told(missing, status, header)).toEqual(['pact-status  400 {"code":400}', 'pact-header  ']);
  });
});
