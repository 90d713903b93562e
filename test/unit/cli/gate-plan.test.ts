import type { Config } from '../../../src/app/config';
import type { Facts } from '../../../src/app/gate/facts';
import { isLeftOut, type PartResult } from '../../../src/app/gate/part';
import { planOf } from '../../../src/app/gate/plan';
import { endOfParts, joinedRun, replayCommand } from '../../../src/app/gate/verdict';
import type { End } from '../../../src/result';

const facts: Facts = {
  env: { SERVICE: 'http://127.0.0.1:1', TOKEN: 't' },
  base: 'abc1234567',
  existedAtBase: () => true,
  isUnreadable: () => false,
  isShallow: false,
  dependenciesOf: (script) => [script],
};

const config: Config = {
  contracts: [
    {
      contract: 'orders',
      document: 'api/openapi.yaml#getOrder',
      parsers: [{ parser: 'src/parser.ts#parse', rejectsWith: ['OrderError'] }],
      provider: { baseUrl: '$SERVICE', headers: ['authorization: Bearer $TOKEN'] },
    },
  ],
  thresholds: { pairs: 100 },
  seed: 7,
};

const wordsOf = (name: string, over: Partial<Config> = {}, otherFacts: Partial<Facts> = {}): string | undefined => {
  const part = planOf({ ...config, ...over }, { ...facts, ...otherFacts }).find((candidate) =>
    candidate.name.startsWith(name),
  );
  return part === undefined || isLeftOut(part) ? part?.reason : part.words.join(' ');
};

describe('the plan of the gate', () => {
  it('has a command for each thing that the configuration names', () => {
    expect(wordsOf('import')).toBe('import api/openapi.yaml#getOrder --check --out contracts/orders');
    expect(wordsOf('pacts')).toBe('pacts orders --check --pacts pacts');
    expect(wordsOf('coverage')).toBe('coverage orders --pacts pacts --fail-under pairs=100');
    expect(wordsOf('diff')).toBe('diff git:abc1234567:contracts/orders/contract.ts orders --fail-on breaking');
    expect(wordsOf('verify')).toBe(
      'verify --pacts pacts --provider-base-url http://127.0.0.1:1 --contract orders --seed 7 --header authorization: Bearer $TOKEN',
    );
    expect(wordsOf('fuzz')).toBe(
      'fuzz orders --parser src/parser.ts#parse --runs 2000 --seed 7 --rejects-with OrderError',
    );
  });

  it('says how a service is reached', () => {
    const provider = {
      baseUrl: '$SERVICE',
      timeout: 5,
      maxBody: 9,
      ca: 'ca.pem',
      clientCert: 'c.pem',
      clientKey: 'k.pem',
    };
    expect(wordsOf('verify', { contracts: [{ contract: 'orders', provider }] })).toMatch(
      / --timeout 5 --max-body 9 --ca ca\.pem --client-cert c\.pem --client-key k\.pem --seed 7$/,
    );
  });

  it('says of a parser all that the configuration says of it', () => {
    const parser = {
      parser: 'src/parser.ts#parse',
      unusualDates: 'reject',
      givesDefaults: true,
      toWire: 'src/wire.ts#back',
    } as const;
    const contracts = [{ contract: 'orders', parsers: [parser] }];
    expect(wordsOf('fuzz', { contracts })).toBe(
      'fuzz orders --parser src/parser.ts#parse --runs 2000 --seed 7 --to-wire src/wire.ts#back --unusual-dates reject --gives-defaults',
    );
  });

  it('has one part for a contract that cannot be read, instead of each that needs it', () => {
    const parts = planOf(
      { ...config, contracts: ['order', ...config.contracts] },
      {
        ...facts,
        isUnreadable: (reference) => reference === 'order',
      },
    );
    expect(parts[0]).toMatchObject({ name: 'contract order', words: ['contract', 'order'] });
    const about = parts.slice(1).flatMap((one) => (isLeftOut(one) ? one.name.split(' ') : one.words));
    expect(about).not.toContain('order');
  });

  it('says why a part is left out', () => {
    expect(wordsOf('verify', {}, { env: {} })).toBe('$SERVICE is not set in the environment');
    expect(wordsOf('diff', {}, { base: undefined })).toMatch(/no earlier commit/);
    expect(wordsOf('diff', {}, { existedAtBase: () => false })).toBe(
      'contracts/orders/contract.ts is new since abc1234567',
    );
    expect(wordsOf('can-i-deploy')).toBe('the configuration asks no broker');
    expect(wordsOf('coverage', { thresholds: {} })).toBe('the configuration sets no thresholds');
  });
});

const part = { name: 'pacts', words: ['pacts', "it's"], dependsOn: [], perform: async () => ({}) };
const outcome = (end: End): PartResult => ({
  part,
  outcome: {
    end,
    run: undefined,
    told: [],
    failure: end === 'passed' ? undefined : { message: 'no', next: 'Do.' },
  },
});

it('prints no secret of the environment', () => {
  const verify = planOf(config, facts).find(({ name }) => name.startsWith('verify'));
  expect(verify === undefined || isLeftOut(verify) ? '' : replayCommand(verify)).toMatch(
    /'authorization: Bearer \$TOKEN'$/,
  );
});

describe('the verdict of the gate', () => {
  it('weighs findings most, then what could not be done', () => {
    expect(endOfParts([outcome('passed'), outcome('environment'), outcome('findings')])).toBe('findings');
    expect(endOfParts([outcome('passed'), outcome('environment'), outcome('usage')])).toBe('usage');
    expect(endOfParts([outcome('passed')])).toBe('passed');
  });

  it('is "nothing was tested" where all parts are left out', () => {
    expect(endOfParts([{ name: 'pacts', reason: 'none' }])).toBe('nothing tested');
  });

  it('reports a part that could not do its work as failed', () => {
    const run = joinedRun(
      [outcome('environment'), { name: 'verify', reason: 'no provider' }],
      { contract: 'orders', seed: 0 },
      1,
    );
    expect(run.summary).toEqual({ passed: 0, failed: 1, skipped: 1, durationMs: 1 });
    expect(run.results[0]?.findings[0]?.message).toBe('no. Do.');
    expect(run.results[1]?.reason).toBe('no provider');
  });

  it('names a command that a shell takes', () => {
    expect(replayCommand(part)).toBe("pactcheck pacts 'it'\\''s'");
  });
});
