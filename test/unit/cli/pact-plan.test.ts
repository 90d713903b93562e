import source from '../../../contracts/user-update-resp/contract';
import rows from '../../../contracts/user-update-resp/rows.json';
import { pactPlan } from '../../../src/app/pacts/plan';
import { rowsText } from '../../../src/app/pacts/rows-file';
import { type Contract, type ContractSource, defineContract, type JsonSchema, valueAt } from '../../../src/contract';
import type { Interaction } from '../../../src/pact';

const contract: Contract = defineContract(source);
const plan = pactPlan(contract, rows);

const successes = (interactions: readonly Interaction[], operation: string): Interaction[] =>
  interactions.filter((interaction) => interaction.operation === operation && interaction.caseId !== undefined);

/** The contract with one member more, in the middle of the answer and of the request. */
function extended(): Contract {
  const models: Record<string, JsonSchema> = { ...source.models };
  for (const name of ['UserUpdateResp', 'UserUpdateReq'] as const) {
    const { properties = {} } = models[name] as JsonSchema;
    const [before, after] = [Object.entries(properties).slice(0, 3), Object.entries(properties).slice(3)];
    const middle = Object.fromEntries([...before, ['nickname', { type: 'string', maxLength: 20 }], ...after]);
    models[name] = { ...models[name], properties: middle };
  }
  return defineContract({ ...(source as ContractSource), models });
}

/** An interaction as text, without what is said of some member. */
const without = (interaction: Interaction, name: string): string =>
  JSON.stringify(interaction, (key, value) => {
    if (Array.isArray(value)) return value.filter((item) => item?.path !== `$.${name}`);
    return key === name ? undefined : value;
  });

describe('the interactions of the contract', () => {
  it.each(['updateAccountUser', 'updateMyUser'])(
    'are at most 24 for an update by %s, and one for each refusal',
    (id) => {
      expect(successes(plan.interactions, id).length).toBeLessThanOrEqual(24);
      const others = plan.interactions.filter(({ operation, caseId }) => operation === id && caseId === undefined);
      expect(others.map(({ response }) => response.status)).toEqual([400, 401, 403, 404, 409]);
    },
  );

  it('are called by what is special about them, briefly', () => {
    const names = plan.interactions.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThan(140);
    expect(names).toContain('updateMyUser 200 all members, plain');
    expect(names).toContain('updateMyUser 200 only the required members');
  });

  it('are few where each class is to be met once, and stay so until all pairs are asked for', () => {
    const small = pactPlan(contract, {}, { size: 'small' });
    expect(small.interactions.length).toBeLessThan(plan.interactions.length);
    const met = (of: typeof plan): Set<string> =>
      new Set(of.coverings.get('updateMyUser')?.cases.flatMap(({ classes }) => Object.entries(classes).map(String)));
    expect([...met(plan)].filter((one) => !met(small).has(one))).toEqual([]);
    expect(pactPlan(contract, small.rows).interactions).toHaveLength(small.interactions.length);
    const full = pactPlan(contract, small.rows, { size: 'full' });
    expect(full.interactions.length).toBeGreaterThan(small.interactions.length);
    expect(full.rows['updateAccountUser']?.size).toBeUndefined();
  });

  it('keep no name that speaks of a level which is gone', () => {
    const [first = '', kept] = Object.entries(plan.rows)[0] ?? [];
    const site = kept?.sites.indexOf('/status') ?? -1;
    const gone = (levels: readonly string[]): string[] =>
      levels.map((level, index) => (index === site ? 'GONE' : level));
    const rows = Object.entries(kept?.rows ?? {}).map(([name, levels], index) =>
      index === 3 ? (['status GONE', gone(levels)] as const) : ([name, levels] as const),
    );
    const again = pactPlan(contract, {
      [first]: { sites: kept?.sites ?? [], rows: Object.fromEntries(rows) },
    });
    expect(again.interactions.filter(({ id }) => id.includes('GONE'))).toEqual([]);
  });

  it('hold what they are called by', () => {
    const hundred = plan.interactions.find(({ id }) => id.includes('totpScratchCodes hundred'));
    expect(valueAt(hundred?.response.body ?? null, '/totpScratchCodes')).toHaveLength(100);
  });

  it('list what no pact can carry, with the reason', () => {
    const excluded = plan.coverings.get('updateMyUser')?.excluded ?? [];
    expect(excluded).toContainEqual({
      site: '/creationTime',
      class: '2^53 + 1',
      reason: expect.stringContaining('doubles'),
    });
    expect(excluded.filter(({ site }) => site === '/object')).toHaveLength(9);
  });

  it('are the same in the other naming, by name and by what they hold', () => {
    const snake = pactPlan(defineContract(source, { wireNames: 'snake_case' }), rows);
    expect(snake.interactions).toHaveLength(plan.interactions.length);
    expect(snake.rows).toEqual(plan.rows);
  });
});

describe('kept rows', () => {
  it('are the ones beside the contract', () => {
    expect(rowsText(plan.rows)).toBe(rowsText(rows));
  });

  it('stay when a member is added: each interaction is as before but for that member, and few are new', () => {
    const after = pactPlan(extended(), rows);
    for (const operation of ['updateAccountUser', 'updateMyUser']) {
      const [old, now] = [successes(plan.interactions, operation), successes(after.interactions, operation)];
      const kept = now.filter(({ id }) => old.some((other) => other.id === id));
      expect(kept.map(({ id }) => id)).toEqual(old.map(({ id }) => id));
      expect(kept.map((each) => without(each, 'nickname'))).toEqual(old.map((each) => without(each, 'nickname')));
      expect(now.length - old.length).toBeLessThanOrEqual(3);
      expect(now.filter(({ response }) => valueAt(response.body ?? null, '/nickname') !== undefined)).not.toEqual([]);
    }
  });

  it('lose what the contract does not have any more, and keep the rest', () => {
    const { updateAccountUser: kept } = rows;
    const stale = {
      updateAccountUser: { ...kept, sites: kept.sites.map((site) => (site === '/address' ? '/gone' : site)) },
    };
    const after = pactPlan(contract, stale);
    const names = after.interactions.map(({ id }) => id);
    expect(Object.keys(kept.rows).filter((name) => names.includes(`updateMyUser 200 ${name}`)).length).toBeGreaterThan(
      12,
    );
  });
});
