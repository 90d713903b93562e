import { bodyBytes, type Case, type MainResponse } from '../contract';
import type { Finding, Result } from '../result';

/** What a case that was kept is held against: the contract as it is now. */
export interface Now {
  readonly response: MainResponse;
  readonly judge: (body: Buffer) => readonly Finding[];
}

/** Why a case that was kept says nothing any more: the contract has changed since. `undefined` where it still does. */
function staleness(testCase: Case, { response, judge }: Now): string | undefined {
  if (testCase.status !== response.status || testCase.verdict === 'either') return undefined;
  // What a policy lets through is none of the contract's affair: such a case says where it departs.
  const departs = testCase.pointer !== undefined;
  const [finding] = judge(bodyBytes(testCase));
  if (testCase.verdict === 'accept' && !departs && finding !== undefined)
    return `the contract does not allow it any more: ${finding.message.replace(/\.$/, '')}`;
  if (testCase.verdict === 'reject' && departs && finding === undefined) return 'the contract allows it by now';
  return undefined;
}

/** The cases that were kept, and a skipped result for each that the contract has left behind. */
export function sortedOut(kept: readonly Case[], now: Now): { current: Case[]; stale: Result[] } {
  const current: Case[] = [];
  const stale: Result[] = [];
  for (const testCase of kept) {
    const why = staleness(testCase, now);
    if (why === undefined) current.push(testCase);
    else stale.push({ id: testCase.id, status: 'skipped', findings: [], reason: `${why}; delete the file` });
  }
  return { current, stale };
}
