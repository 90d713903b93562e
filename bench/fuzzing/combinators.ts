import fc from 'fast-check';
import type { Case, JsonValue } from '../../src/contract';
import { baseFor } from '../../test/fuzz/conformance/subjects';
import { record } from '../generation/contenders/record';
import { noticing, SEED } from './noticing';

const RUNS = 5000;

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

/**
 * How many cases it takes until a planted mistake is noticed by the same oracles: this fuzzer's own cases against those
 * of plain combinators.
 */
export async function combinators(): Promise<void> {
  await noticing('pactcheck', RUNS);
  await noticing("fast-check's combinators", RUNS, combined());
}
