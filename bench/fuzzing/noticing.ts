import type { Case } from '../../src/contract';
import { MISTAKES } from '../../test/fuzz/conformance/mistakes';
import { noticeOf } from '../../test/fuzz/conformance/notice';
import { STYLES, type Style, withMistake } from '../../test/fuzz/conformance/subjects';

export const SEED = 1;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * Prints how many of the planted mistakes are noticed by the oracles, and after how many cases: this fuzzer's own, or
 * those `given`. Counted are whole batches of 64 before the one that noticed it.
 */
export async function noticing(name: string, runs: number, given?: readonly Case[]): Promise<void> {
  const [style] = STYLES as readonly [Style, ...Style[]];
  const over = { seed: SEED, runs, ...(given === undefined ? {} : { cases: given, onlyGiven: true }) };
  const cases: number[] = [];
  for (const mistake of MISTAKES) {
    const notice = await noticeOf(style, withMistake(style, mistake), mistake, over);
    if (notice.rule !== undefined) cases.push(notice.cases);
  }
  const [all, middle, last] = [MISTAKES.length, median(cases), Math.max(...cases)];
  console.log(
    `${name.padEnd(24)} ${cases.length} of ${all} noticed, after ${middle} cases at the median, the last after ${last}`,
  );
}
