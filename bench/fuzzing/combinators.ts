import fc from 'fast-check';
import type { Case, JsonValue } from '../../src/contract';
import { MISTAKES, type Mistake } from '../../test/fuzz/conformance/mistakes';
import { type Notice, noticeOf } from '../../test/fuzz/conformance/notice';
import { baseFor, STYLES, type Style, withMistake } from '../../test/fuzz/conformance/subjects';
import { record } from '../generation/contenders/record';

const RUNS = 5000;
const SEED = 1;

/** Every other payload is spoiled: one member is left out or has another value. */
function spoiled(valid: fc.Arbitrary<unknown>): fc.Arbitrary<JsonValue> {
  const change = fc.tuple(fc.nat(), fc.option(fc.jsonValue(), { nil: undefined }), fc.boolean());
  return fc.tuple(valid, change).map(([value, [index, other, isSpoiled]]) => {
    const body = { ...(value as Record<string, JsonValue>) };
    const name = Object.keys(body)[index % Object.keys(body).length] as string;
    if (isSpoiled && other === undefined) delete body[name];
    else if (isSpoiled) body[name] = other as JsonValue;
    return body;
  });
}

/** What somebody draws with fast-check's own combinators, held to the same contract. */
function combined(): Case[] {
  const { judge, response } = baseFor();
  const valid = record().arbitraries?.values as fc.Arbitrary<unknown>;
  const headers = { 'content-type': 'application/json' };
  const status = Number(response.response.status);
  return fc.sample(spoiled(valid), { seed: SEED, numRuns: RUNS }).map((value, index): Case => {
    const body = JSON.stringify(value);
    const verdict = judge(Buffer.from(body)).length === 0 ? 'accept' : 'reject';
    return { id: `drawn ${index}`, verdict, status, headers, body, classes: {}, seed: SEED };
  });
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

async function told(name: string, noticed: (mistake: Mistake) => Promise<Notice>): Promise<void> {
  const cases: number[] = [];
  for (const mistake of MISTAKES) {
    const notice = await noticed(mistake);
    if (notice.rule !== undefined) cases.push(notice.cases);
  }
  console.log(
    `${name.padEnd(24)} ${cases.length} of ${MISTAKES.length} noticed, after ${median(cases)} cases at the median, the last after ${Math.max(...cases)}`,
  );
}

/**
 * How many cases it takes until a planted mistake is noticed by the same oracles: this fuzzer's own cases against those
 * of plain combinators. Counted are whole batches of 64 before the one that noticed it.
 */
export async function combinators(): Promise<void> {
  const [style] = STYLES as readonly [Style, ...Style[]];
  const behind = (mistake: Mistake) => withMistake(style, mistake);
  const drawn = combined();
  await told('pactcheck', (mistake) => noticeOf(style, behind(mistake), mistake, { seed: SEED, runs: RUNS }));
  await told("fast-check's combinators", (mistake) =>
    noticeOf(style, behind(mistake), mistake, { seed: SEED, runs: RUNS, cases: drawn, onlyGiven: true }),
  );
}
