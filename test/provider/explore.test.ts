import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from 'pactcheck';
import { verifyProvider } from 'pactcheck/provider';
import { Roster, startRoster } from '../../bench/faults/roster';
import { ROSTER_FAULTS } from '../../bench/faults/roster-faults';
import { loadContract } from '../../src/app/contract-reference';
import { explored } from '../../src/app/verify/explored';
import type { Contract } from '../../src/contract';
import { maskOf, notingSecrets, statesByHandlers, type TurnedOff, type VerifyOptions } from '../../src/provider';
import { validatorFor } from '../../src/validator';
import { ROOT } from '../support/run-cli';

let contract: Contract;
beforeAll(async () => {
  contract = await loadContract('user-update-resp', { cwd: ROOT, wireNames: 'snake_case' });
});

interface Exploring {
  readonly count?: number;
  readonly turnedOff?: TurnedOff;
}

/** Explores a roster, with states in this process. */
async function exploring(roster: Roster, { count = 12, turnedOff = {} }: Exploring = {}): Promise<readonly Result[]> {
  const service = await startRoster(roster);
  const secrets = new Set<string>();
  const verifying: VerifyOptions = {
    baseUrl: new URL(service.url),
    keeper: notingSecrets(
      statesByHandlers(roster.states(), { timeoutMs: 10_000, providerBaseUrl: '', headers: {} }),
      secrets,
    ),
    extraHeaders: {},
    turnedOff,
    timeoutMs: 10_000,
    retries: 0,
    mask: maskOf(secrets),
    referenceFor: () => undefined,
    replayCommand: () => '',
  };
  try {
    return (await explored(validatorFor(contract), verifying, { count, seed: 1 })).results;
  } finally {
    await service.close();
  }
}

const faulty = (name: string): Roster => {
  const fault = ROSTER_FAULTS.find((one) => one.name === name);
  if (fault === undefined) throw new Error(`there is no fault ${name}`);
  return fault.make();
};

const failedIn = (results: readonly Result[]): string[] =>
  results
    .filter(({ status }) => status === 'failed')
    .flatMap(({ findings }) => findings.map(({ rule, pointer, message }) => `${rule} ${pointer}: ${message}`));

describe('exploring', () => {
  it('finds nothing in a correct service, and says what it tried', async () => {
    const results = await exploring(new Roster());
    expect(results.filter(({ status, findings }) => status !== 'passed' || findings.length > 0)).toEqual([]);
    expect(results.map(({ id }) => id)).toEqual([
      'updateAccountUser updates',
      'updateAccountUser invalid requests',
      'updateAccountUser refusals',
      'updateMyUser updates',
      'updateMyUser invalid requests',
      'updateMyUser refusals',
    ]);
  });

  it.each([
    ['a conflict stores the rest', 'was changed by a request that was refused: what another resource has'],
    ['who may not, is refused after the update', 'was changed by a request that was refused: no credentials'],
    ['valid members of a refused update are stored', 'was changed by a request that was refused'],
    [
      'the account in the path is not looked at',
      'not-refused : the path of a resource with another account_id is answered with 200',
    ],
    ['a wrong token is the first caller', 'not-refused : wrong credentials is answered with 200'],
    ['the answer is right, and the store keeps nothing', 'untouched-stays /'],
    ['null clears a member', 'invalid-request-accepted /'],
    ['broken JSON makes it fail', 'server-error : broken JSON makes the service fail'],
    ['the same request again is a conflict', 'same-twice'],
    ['two texts in one update: one is lost', 'written-comes-back /phone_number'],
  ])('finds: %s', async (name, expected) => {
    expect(failedIn(await exploring(faulty(name), { count: 32 })).join('\n')).toContain(expected);
  });

  it('lets a rule be turned off', async () => {
    const turnedOff = { 'not-refused': 'every account is everybody’s' };
    const results = await exploring(faulty('the account in the path is not looked at'), { turnedOff });
    expect(failedIn(results).join('\n')).not.toContain('not-refused');
  });

  it('fails where a state cannot be set up, and leaves out what is declined', async () => {
    class Broken extends Roster {
      override toRow(): never {
        throw new Error('no database');
      }
    }
    expect(failedIn(await exploring(new Broken(), { count: 4 })).join('\n')).toContain('provider-state : the setup of');
    class Declining extends Roster {
      override states() {
        return { ...super.states(), 'a user exists': () => ({ unsupported: 'no users here' }) };
      }
    }
    const results = await exploring(new Declining(), { count: 4 });
    expect(results.find(({ id }) => id === 'updateMyUser updates')).toMatchObject({
      status: 'skipped',
      reason: expect.stringContaining('no users here'),
    });
  });

  it('says where there is nothing to explore', async () => {
    const [operation] = contract.operations;
    const { update: _none, ...plain } = operation as NonNullable<typeof operation>;
    const other: Contract = { ...contract, operations: [plain] };
    const verifying = { turnedOff: {}, mask: maskOf([]) } as unknown as VerifyOptions;
    const { results } = await explored(validatorFor(other), verifying, { count: 5, seed: 1 });
    expect(results).toMatchObject([{ status: 'skipped', reason: expect.stringContaining('names no operation') }]);
  });
});

describe('what exploring finds', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const lost = 'a status of INVITED is ignored';

  async function found(): Promise<Result> {
    const results = await exploring(faulty(lost), { count: 40 });
    const result = results.find(({ id }) => id.includes('written-comes-back /status'));
    if (result === undefined) throw new Error('nothing was found');
    return result;
  }

  it('is told by the shortest call and the smallest state, with no token in it', async () => {
    const { details = {} } = await found();
    expect(details['curl']).toContain(`--data-raw '{"status":"INVITED"}'`);
    expect(details['curl']?.split('\n')).toHaveLength(1);
    const names = Object.keys(contract.definitions).length;
    expect(names).toBeGreaterThan(0);
    const state = JSON.parse(details['states']?.replace('a user exists ', '') ?? '') as { user: object };
    expect(Object.keys(state.user).sort()).toEqual(['account_id', 'email', 'etag', 'id', 'object', 'status']);
    expect(JSON.stringify(details)).not.toContain('t-1');
  });

  it('is an interaction that fails on the service, and passes on a correct one', async () => {
    const { details = {} } = await found();
    const pact = {
      consumer: { name: contract.consumer },
      provider: { name: contract.provider },
      interactions: [JSON.parse(details['interaction'] ?? '')],
      metadata: { pactSpecification: { version: '4.0' } },
    };
    writeFileSync(join(folder, 'pact.json'), JSON.stringify(pact));
    const verified = async (roster: Roster): Promise<Result | undefined> => {
      const service = await startRoster(roster);
      try {
        const run = await verifyProvider({
          cwd: ROOT,
          pacts: folder,
          wireNames: 'snake_case',
          providerBaseUrl: service.url,
          states: roster.states(),
        });
        return run.results[0];
      } finally {
        await service.close();
      }
    };
    expect(await verified(new Roster())).toMatchObject({ status: 'passed', findings: [] });
    const red = await verified(faulty(lost));
    expect(red?.findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).toContain('pact-body /status');
  });
});
