import type { ParseFunction } from '../../src/fuzz';
import { MISTAKES } from '../../test/fuzz/conformance/mistakes';
import { noticeOf } from '../../test/fuzz/conformance/notice';
import { fuzzed, STYLES, told } from '../../test/fuzz/conformance/subjects';

/** Every mistake behind every parser that is a function, on so many seeds; what is missed, a line each. */
export async function mistakes(seeds: readonly number[]): Promise<void> {
  for (const style of STYLES.filter(({ parser }) => typeof parser === 'function')) {
    const most: number[] = [];
    let missed = 0;
    for (const mistake of MISTAKES) {
      for (const seed of seeds) {
        const { rule, others, cases } = await noticeOf(style, style.parser as ParseFunction, mistake, { seed });
        if (rule !== undefined) most.push(cases);
        else {
          missed += 1;
          console.log(`missed: ${style.name} ${mistake.name}, seed ${seed}; heard: ${others.join(', ') || 'nothing'}`);
        }
      }
    }
    const total = MISTAKES.length * seeds.length;
    console.log(`${style.name}: ${total - missed} of ${total} noticed, the last after ${Math.max(...most)} cases`);
  }
}

/** Every correct parser, on so many cases: nothing may be found. */
export async function correct(runs: number): Promise<void> {
  for (const style of STYLES) {
    const lines = told(await fuzzed(style, style.parser, { runs }));
    console.log(
      `${style.name}: ${lines.length} false alarms in ${runs} cases${lines.map((line) => `\n  ${line}`).join('')}`,
    );
  }
}
