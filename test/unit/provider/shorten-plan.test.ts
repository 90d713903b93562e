import type { JsonObject } from '../../../src/contract';
import type { Plan } from '../../../src/provider/explore/plans';
import { shortenPlan } from '../../../src/provider/explore/shorten-plan';

const wide = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`m${index}`, index]));

const plan: Plan = {
  before: { id: 'x', ...wide, list: [{ a: 1, b: 2 }, { a: 3 }] },
  requests: [{ m1: 1 }, { m2: 2, m3: 3 }, { m4: 4 }],
};

const has = (object: unknown, name: string): boolean => Object.hasOwn(object as JsonObject, name);

describe('a plan', () => {
  it('is shortened to what still fails, within what is allowed', async () => {
    let calls = 0;
    const shortest = await shortenPlan(plan, {
      isAllowed: ({ before }) => has(before, 'id'),
      fails: async ({ before, requests }) => {
        calls += 1;
        return has(before, 'm7') && has(before, 'm19') && requests.some((request) => has(request, 'm3'));
      },
    });
    expect(shortest).toEqual({ before: { id: 'x', m7: 7, m19: 19 }, requests: [{ m3: 3 }] });
    expect(calls).toBeLessThanOrEqual(60);
  });

  it('stays as it is where nothing less fails', async () => {
    const shortest = await shortenPlan(plan, { isAllowed: () => true, fails: async () => false });
    expect(shortest).toBe(plan);
  });
});
