import { bodyBytes, type Case, parseJson } from '../../contract';
import type { AnswerMeter } from './answer-meter';

/** A case that would cover what is missing, and how much of it that no case before it does. */
export interface Addition {
  readonly testCase: Case;
  readonly adds: number;
}

/** Of these cases as few as needed for all that is missing and that they have, the one that adds most first. */
export function additionsFor(meter: AnswerMeter, cases: readonly Case[], size: number): Addition[] {
  const missing = new Set(meter.missing(size).keys());
  const rest = new Map(
    cases.map((testCase) => [testCase, meter.keysOf(parseJson(bodyBytes(testCase).toString('utf8')), size)]),
  );
  const additions: Addition[] = [];
  while (missing.size > 0) {
    const gains = [...rest].map(([testCase, keys]) => ({
      testCase,
      adds: keys.filter((key) => missing.has(key)).length,
    }));
    const best = gains.reduce((left, right) => (right.adds > left.adds ? right : left), gains[0] ?? { adds: 0 });
    if (!('testCase' in best) || best.adds === 0) break;
    additions.push(best);
    for (const key of rest.get(best.testCase) ?? []) missing.delete(key);
    rest.delete(best.testCase);
  }
  return additions;
}
