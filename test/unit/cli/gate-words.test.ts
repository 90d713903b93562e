import * as deploying from '../../../src/app/broker/may-deploy';
import * as publishing from '../../../src/app/broker/publish-pacts';
import type { Config } from '../../../src/app/config';
import * as reading from '../../../src/app/contract-reference';
import * as covering from '../../../src/app/coverage/coverage';
import * as comparing from '../../../src/app/diff/diff';
import * as fuzzing from '../../../src/app/fuzz/fuzz-with-baseline';
import { isLeftOut, type Part } from '../../../src/app/gate/part';
import { planOf } from '../../../src/app/gate/plan';
import * as importing from '../../../src/app/import/import';
import * as writing from '../../../src/app/pacts/pacts';
import * as verifying from '../../../src/app/verify/verify-provider';
import { runCli } from '../../support/run-cli';

/** A configuration that says all that it can say. */
const config: Config = {
  contracts: [
    {
      contract: 'orders',
      document: 'api/openapi.yaml#getOrder',
      parsers: [
        {
          parser: 'src/parser.ts#parse',
          runs: 12,
          rejectsWith: ['OrderError', 'Other'],
          corpus: 'corpus',
          baseline: 'known.yaml',
          unknownFields: 'reject',
          unknownEnum: 'accept',
          unusualDates: 'either',
          invalid: 'may-pass',
          without: ['lost-field=the SDK keeps no notes'],
          givesDefaults: true,
          toWire: 'src/wire.ts#back',
        },
        { parser: 'cmd: java -jar parser.jar' },
      ],
      provider: {
        baseUrl: '$SERVICE',
        states: 'states.ts',
        statesUrl: '$SERVICE/states',
        headers: ['authorization: Bearer $TOKEN', 'x-tenant: one'],
        wait: 3,
        explore: 20,
      },
    },
    {
      contract: 'bills',
      provider: {
        baseUrl: '$SERVICE',
        broker: {
          provider: 'bills',
          selectors: [{ mainBranch: true }, { deployed: true }],
          enablePending: true,
          includeWipPactsSince: '2026-01-01',
          allowNoPacts: true,
          tags: ['one', 'two'],
          resultsOf: 'pact',
        },
      },
    },
    { contract: 'plain', parsers: [{ parser: 'src/plain.ts' }], provider: { baseUrl: 'http://127.0.0.1:2' } },
  ],
  pacts: 'agreed',
  thresholds: { classes: 90, pairs: 99.5 },
  failOn: 'warning',
  ignore: 'known.yaml',
  seed: 7,
  broker: { url: 'https://broker.test', ca: 'ca.pem', publish: ['pacts', 'results'] },
  canIDeploy: { pacticipant: 'shop', environment: 'production' },
};

const env = { SERVICE: 'http://127.0.0.1:1', TOKEN: 'secret', CI: 'true' };

/** What the command of a part would be given by a shell that knows the variables. */
const typed = ({ words }: Part): string[] => words.map((word) => word.replace('$TOKEN', env.TOKEN));

const USE_CASES = [
  [deploying, 'mayDeploy'],
  [publishing, 'publishPacts'],
  [reading, 'loadContract'],
  [covering, 'coverage'],
  [comparing, 'diff'],
  [fuzzing, 'fuzzWithBaseline'],
  [importing, 'checkDocument'],
  [writing, 'checkPactsOf'],
  [verifying, 'verifyPacts'],
] as const;

class Stopped extends Error {}

/** What use cases are called with, instead of being done. */
let calls: [name: string, asked: unknown][] = [];
beforeEach(() => {
  calls = [];
  for (const [module, name] of USE_CASES)
    jest.spyOn(module as never, name as never).mockImplementation((async (asked: unknown) => {
      calls.push([name, asked]);
      throw new Stopped();
    }) as never);
});
afterEach(() => jest.restoreAllMocks());

const parts = planOf(config, {
  env,
  base: 'abc1234567',
  existedAtBase: () => true,
  isUnreadable: (reference) => reference === 'unread',
  isShallow: false,
  dependenciesOf: (script) => [script],
}).filter((part): part is Part => !isLeftOut(part));

const { signal } = new AbortController();

async function called(work: () => Promise<unknown>): Promise<[string, unknown][]> {
  calls = [];
  await work().catch((error: unknown) => {
    if (!(error instanceof Stopped)) throw error;
  });
  return calls;
}

const AROUND: readonly string[] = ['cwd', 'env', 'signal', 'beside', 'ownHosts', 'watch', 'color'];

/** Who is told of progress differs, and where; and what is left to a default says the same as the default. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  wait: 0,
  explore: 0,
  seed: 1,
  timeout: 30,
  maxBody: 100,
  waitSeconds: 0,
  timeoutSeconds: 30,
  isDry: false,
  covers: false,
  looksAhead: false,
};

const isSaid = (name: string, value: unknown): boolean =>
  typeof value !== 'function' && !AROUND.includes(name) && value !== DEFAULTS[name];

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name, inner]) => inner !== undefined && isSaid(name, inner));
  const said = members.map(([name, inner]) => [name, plain(inner)] as const);
  return Object.fromEntries(said.filter(([, inner]) => !['{}', '[]'].includes(JSON.stringify(inner))));
}

describe('the words of a part of the gate', () => {
  it('are there for each kind of part', () => {
    expect(parts.map(({ name }) => name.split(' ')[0])).toEqual(
      expect.arrayContaining(['import', 'pacts', 'coverage', 'diff', 'verify', 'fuzz', 'publish', 'can-i-deploy']),
    );
  });

  it.each(parts.filter(({ name }) => name !== 'publish results').map((part) => [part.name, part] as const))(
    'have their command ask for what the part does: %s',
    async (_name, part) => {
      const byGate = await called(() => part.perform({ cwd: '/', env, signal, watch: {}, before: [] }));
      const byWords = await called(async () => {
        const { failure } = await runCli(typed(part), { cwd: '/', env });
        if (failure?.message !== 'Error: ') throw new Error(failure?.message ?? 'no use case was called');
      });
      expect(byGate).toHaveLength(1);
      expect(plain(byWords)).toEqual(plain(byGate));
    },
  );
});
