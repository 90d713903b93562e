import { rulesCountedOn, violations } from '../../../src/contract';
import { leastUser, userContract } from '../validator/subject';

describe.each(['documented', 'snake_case'] as const)('an empty list of codes, %s', (naming) => {
  const contract = userContract(naming);
  const response = { ...leastUser, [naming === 'documented' ? 'totpScratchCodes' : 'totp_scratch_codes']: [] };
  const broken = (rules: ReturnType<typeof rulesCountedOn>): string[] =>
    rules.filter((rule) => violations(rule, { response, request: {} }).length > 0).map(({ id }) => id);

  it('is nothing that a service shows, and nothing that a consumer may count on', () => {
    expect(broken([...contract.rules])).toEqual([]);
    expect(broken(rulesCountedOn(contract))).toEqual([
      'scratch-codes-only-when-enabling',
      'scratch-codes-only-when-requested',
    ]);
  });

  it('is the only matter in which the rules differ', () => {
    const differing = rulesCountedOn(contract).filter((rule, index) => {
      const own = contract.rules[index];
      return JSON.stringify(rule) !== JSON.stringify(own);
    });
    expect(differing.map(({ id }) => id)).toEqual([
      'scratch-codes-only-when-enabling',
      'scratch-codes-only-when-requested',
    ]);
  });
});
