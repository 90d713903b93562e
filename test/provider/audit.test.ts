import { loadContract } from '../../src/app/contract-reference';
import { startLiveService } from '../../src/app/live-service';
import { prepare } from '../../src/app/verify/verify-provider';
import { generateCases } from '../../src/cases';
import { auditTable } from '../../src/cli/audit-table';
import type { Contract } from '../../src/contract';
import { type Audited, audit, MEANING_RULES, type TurnedOff, verify } from '../../src/provider';
import { validatorFor } from '../../src/validator';
import { ROOT } from '../support/run-cli';

const PLANTED = [
  '/status unknown',
  '/loginHistory one over the maximum',
  '/createdAt 30 February',
  '/creationTime beyond int64',
  '/email missing',
  'body in an array',
];

const BLIND: TurnedOff = { format: 'planted', limit: 'planted', items: 'planted' };

let contract: Contract;
beforeAll(async () => {
  contract = await loadContract('user-update-resp', { cwd: ROOT });
});

async function audited(turnedOff: TurnedOff): Promise<Audited[]> {
  const service = await startLiveService(contract);
  try {
    const options = { cwd: ROOT, providerBaseUrl: service.url, providerStatesSetupUrl: service.statesUrl };
    const prepared = await prepare({ ...options, select: { description: '^updateMyUser 200' } });
    const { exchanges } = await verify(prepared.pacts, prepared.verifying);
    const rejects = [...generateCases(contract, { mode: 'edge', verdict: 'reject', seed: 1 })];
    const chosen = rejects.filter(({ id }) => PLANTED.includes(id));
    const rejectsOf = () => chosen;
    return await audit(prepared.pacts, exchanges, {
      reference: validatorFor(contract),
      rejectsOf,
      turnedOff,
      timeoutMs: 30_000,
    });
  } finally {
    await service.close();
  }
}

describe('an audit', () => {
  it('says of each planted departure who noticed it, and why the pacts did not', async () => {
    const all = await audited({});
    expect(all.map(({ caseId }) => caseId).sort()).toEqual([...PLANTED].sort());
    expect(all.every(({ byContract }) => byContract)).toBe(true);
    const blind = all.filter(({ byPacts }) => !byPacts);
    expect(blind.map(({ caseId, reason }) => `${caseId}: ${reason}`).sort()).toEqual([
      '/createdAt 30 February: a regular expression does not know the calendar',
      '/creationTime beyond int64: Pact compares the type of a number, not its range',
      '/loginHistory one over the maximum: Pact has no limits of length, size or range',
    ]);
    const table = auditTable(all);
    expect(table).toContain('noticed by the pacts alone   3 of 6 (50 %)');
    expect(table).toContain('noticed by the contract      6 of 6 (100 %)');
  });

  it('finds a check that is blind', async () => {
    const all = await audited({ ...Object.fromEntries(MEANING_RULES.map(({ id }) => [id, 'planted'])), ...BLIND });
    expect(
      all
        .filter(({ byPacts, byContract }) => !byPacts && !byContract)
        .map(({ caseId }) => caseId)
        .sort(),
    ).toEqual(['/createdAt 30 February', '/creationTime beyond int64', '/loginHistory one over the maximum']);
  });
});
