import { type Case, type Model, parseJson, sitesOf, valuesAt } from '../../contract';

/** Longer bodies have something else that is special. */
const LONGEST = 8_192;

/** The valid case with the most of the model's members in it, the first of equals: what it lacks cannot grow in it. */
export function fullestOf(model: Model, pool: readonly Case[]): Case | undefined {
  const pointers = sitesOf(model).map(({ pointer }) => pointer);
  let fullest: Case | undefined;
  let most = -1;
  for (const testCase of pool) {
    const { verdict, body } = testCase;
    if (verdict !== 'accept' || body === undefined || body.length > LONGEST) continue;
    const value = parseJson(body);
    const count = pointers.filter((pointer) => valuesAt(value, pointer).length > 0).length;
    if (count > most) [fullest, most] = [testCase, count];
    if (most === pointers.length) break;
  }
  return fullest;
}
