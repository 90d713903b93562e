import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, runCli } from '../../support/run-cli';

/** An answer small enough that what it covers can be counted by hand. */
const lamp = {
  version: 1,
  name: 'lamp',
  consumer: 'remote',
  provider: 'lamp',
  models: {
    Lamp: {
      type: 'object',
      properties: {
        isOn: { type: 'boolean' },
        colour: { type: 'string', enum: ['red', 'green'] },
        isDimmed: { type: 'boolean' },
      },
      required: ['isOn'],
    },
  },
  operations: {
    getLamp: { method: 'GET', path: '/lamps/{id}', responses: { '200': { schema: { $ref: '#/$defs/Lamp' } } } },
    resetLamp: { method: 'PUT', path: '/lamps/{id}', responses: { '200': { schema: { $ref: '#/$defs/Lamp' } } } },
  },
  rules: [
    {
      id: 'dim-only-when-on',
      description: 'Only a lamp that is on can be dimmed.',
      level: 'error',
      when: [{ pointer: '/isDimmed', in: [true] }],
      must: [{ pointer: '/isOn', in: [true] }],
    },
  ],
};

const project = mkdtempSync(join(tmpdir(), 'pactcheck-coverage-'));
const contract = join(project, 'contract.json');
const pact = join(project, 'pact.json');
beforeAll(() => writeFileSync(contract, JSON.stringify(lamp)));
afterAll(() => rmSync(project, { recursive: true }));

/** A pact as people write them, in the second version of the specification. */
function writePact(bodies: readonly unknown[], over: object = {}): void {
  const interactions = bodies.map((body, index) => ({
    description: `answer ${index + 1}`,
    request: { method: 'GET', path: `/lamps/${index}` },
    response: { status: 200, body },
    ...over,
  }));
  const metadata = { pactSpecification: { version: '2.0.0' } };
  writeFileSync(pact, JSON.stringify({ consumer: { name: 'a' }, provider: { name: 'b' }, interactions, metadata }));
}

const coverage = (...words: string[]): Promise<Outcome> =>
  runCli(['coverage', contract, '--pacts', pact, '--json', ...words], { cwd: project });

interface Shown {
  coverage: {
    classes: object;
    pairs: object;
    triples?: object;
    cells: { site: string; class: string; covered: boolean }[];
  };
  measured: {
    answers: {
      operations: string[];
      missing: { sites: string[]; classes: string[] }[];
      add: { body: string; adds: number }[];
      constraints: object[];
      infeasible: number;
    }[];
  };
  results: { id: string; status: string; reason?: string }[];
}
const shown = ({ run }: Outcome): Shown => run as unknown as Shown;

describe('coverage', () => {
  it('counts what a hand-written pact covers, class by class and pair by pair', async () => {
    writePact([{ isOn: true, colour: 'red', isDimmed: true }]);
    const outcome = await coverage();
    expect(outcome.exitCode).toBe(0);
    const { coverage: found, measured, results } = shown(outcome);
    // The body itself; isOn 2, colour 3, isDimmed 3: of these the body, and one of each.
    expect(found.classes).toEqual({ covered: 4, feasible: 9 });
    // 2 × 3 + 2 × 3 + 3 × 3, but for a dimmed lamp that is off.
    expect(found.pairs).toEqual({ covered: 3, feasible: 20 });
    const [answer] = measured.answers;
    expect(answer).toMatchObject({
      operations: ['getLamp', 'resetLamp'],
      infeasible: 1,
      constraints: [{ sites: ['/isDimmed', '/isOn'], reason: 'Only a lamp that is on can be dimmed.' }],
    });
    expect(answer?.missing).toContainEqual({ sites: ['/isOn', '/colour'], classes: ['false', 'absent'] });
    expect(answer?.missing).toHaveLength(17);
    expect(results).toEqual([
      expect.objectContaining({ id: 'getLamp', status: 'passed' }),
      expect.objectContaining({ id: 'resetLamp', status: 'skipped', reason: expect.stringContaining('no pact') }),
    ]);
  });

  it('names interactions to add, with which nothing is missing', async () => {
    const first = { isOn: true, colour: 'red', isDimmed: true };
    writePact([first]);
    const [answer] = shown(await coverage()).measured.answers;
    const bodies = (answer?.add ?? []).map(({ body }) => JSON.parse(body));
    expect(answer?.add[0]?.adds).toBeGreaterThanOrEqual(2);
    writePact([first, ...bodies]);
    const after = shown(await coverage());
    expect(after.coverage.pairs).toEqual({ covered: 20, feasible: 20 });
    expect(after.measured.answers[0]).toMatchObject({ missing: [], add: [] });
    expect(bodies.length).toBeLessThanOrEqual(10);
  });

  it.each([
    ['the third version, with states and matchers', { pactSpecification: { version: '3.0.0' } }],
    ['tools of before the specification had versions', undefined],
  ])('reads pacts of %s', async (_what, metadata) => {
    const interaction = {
      description: 'a lamp that is on',
      providerStates: [{ name: 'a lamp', params: { isOn: true } }],
      request: { method: 'get', path: '/lamps/1', query: { full: ['yes'] } },
      response: {
        status: 200,
        body: { isOn: true, colour: 'green' },
        matchingRules: { body: { '$.isOn': { matchers: [{ match: 'type' }] } } },
      },
    };
    const parties = { consumer: { name: 'a' }, provider: { name: 'b' } };
    writeFileSync(pact, JSON.stringify({ ...parties, interactions: [interaction], metadata }));
    const { coverage: found } = shown(await coverage());
    expect(found.classes).toEqual({ covered: 4, feasible: 9 });
    expect(found.pairs).toEqual({ covered: 3, feasible: 20 });
  });

  it('reads what the fourth version of the specification wraps', async () => {
    const body = { content: { isOn: false }, contentType: 'application/json', encoded: false };
    const encoded = { ...body, content: Buffer.from('{"isOn":true}').toString('base64'), encoded: 'base64' };
    writePact([]);
    const interactions = [body, encoded].map((each, index) => ({
      type: 'Synchronous/HTTP',
      description: `answer ${index}`,
      request: { method: 'PUT', path: '/lamps/1' },
      response: { status: 200, body: each },
    }));
    const metadata = { pactSpecification: { version: '4.0' } };
    writeFileSync(pact, JSON.stringify({ consumer: { name: 'a' }, provider: { name: 'b' }, interactions, metadata }));
    const cells = shown(await coverage()).coverage.cells.filter(({ site, covered }) => site === '/isOn' && covered);
    expect(cells.map((cell) => cell.class)).toEqual(['true', 'false']);
  });

  it.each([
    ['an answer of another status', { response: { status: 404, body: { isOn: true } } }],
    ['an answer of an operation that the contract does not have', { request: { method: 'GET', path: '/users/1' } }],
    ['an answer without a body', { response: { status: 200 } }],
  ])('has nothing to measure in %s', async (_what, over) => {
    writePact([{ isOn: true }], over);
    expect(await coverage()).toMatchObject({ exitCode: 4, failure: { message: expect.stringContaining('lamp') } });
  });

  it('fails under a threshold, and says by how much', async () => {
    writePact([{ isOn: true, colour: 'red', isDimmed: true }, { isOn: false }]);
    const outcome = await coverage('--fail-under', 'classes=70,pairs=90');
    expect(outcome.exitCode).toBe(1);
    const [, , classes, pairs] = outcome.run?.results ?? [];
    expect(classes).toMatchObject({ id: 'classes at least 70 %', status: 'passed' });
    expect(pairs).toMatchObject({ id: 'pairs at least 90 %', status: 'failed' });
    expect(pairs?.findings[0]).toMatchObject({ rule: 'coverage-below', actual: '30 % (6 of 20)' });
    expect(await coverage('--fail-under', 'pairs=30')).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['--fail-under', 'lines=3'],
    ['--fail-under', 'pairs=101'],
    ['--strength', '4'],
    ['--strength', '0'],
  ])('refuses %s %s', async (...words) => {
    writePact([{ isOn: true }]);
    expect((await coverage(...words)).exitCode).toBe(2);
  });

  it('counts triples where asked to', async () => {
    writePact([{ isOn: true, colour: 'red', isDimmed: true }, { isOn: false }]);
    const { coverage: found } = shown(await coverage('--strength', '3'));
    expect(found.triples).toEqual({ covered: 2, feasible: 15 });
    expect(found.pairs).toEqual({ covered: 6, feasible: 20 });
  });

  it('tells people which classes of which site are missing', async () => {
    writePact([{ isOn: true, colour: 'red' }]);
    const { output } = await runCli(['coverage', contract, '--pacts', pact], { cwd: project });
    expect(output).toMatch(/\/colour +1\/3 ✗ green {2}✗ absent {2}✓ red/);
    expect(output).toContain('/isOn false with /colour absent');
    expect(output).toContain('not together: /isDimmed and /isOn: Only a lamp that is on can be dimmed.');
    expect(output).toMatch(/add these \d+ interactions/);
  });
});

describe('coverage of what a verification recorded', () => {
  const every = [
    { isOn: true, colour: 'red', isDimmed: true },
    { isOn: false, colour: 'green' },
    { isOn: true, isDimmed: false },
  ];
  const recorded = join(project, 'run.json');

  /** The run of a verification in which a service answered with these bodies, changed as told. */
  async function record(bodies: readonly unknown[], over: object = {}): Promise<void> {
    writePact(bodies);
    const { coverage: seen } = shown(await coverage());
    const summary = { passed: 1, failed: 0, skipped: 0, durationMs: 1 };
    const run = { version: 1, command: 'verify', contract: 'lamp', seed: 1, summary, results: [], coverage: seen };
    writeFileSync(recorded, JSON.stringify({ ...run, ...over }));
    writePact(every);
  }
  const answers = ({ run }: Outcome) => run?.results.find(({ id }) => id === 'answers of the service');

  it('passes where the answers had all that the pacts have', async () => {
    await record(every);
    const outcome = await coverage('--observed', recorded);
    expect(outcome.exitCode).toBe(0);
    expect(answers(outcome)).toMatchObject({ status: 'passed', findings: [] });
  });

  it('fails for a service that answers alike, whatever its states are', async () => {
    await record([every[0]]);
    const outcome = await coverage('--observed', recorded);
    expect(outcome.exitCode).toBe(1);
    expect(answers(outcome)?.findings).toMatchObject([
      { rule: 'states-ignored', level: 'error', actual: '4 of them', message: expect.stringContaining('/isOn false') },
    ]);
    const { output } = await runCli(['coverage', contract, '--pacts', pact, '--observed', recorded], { cwd: project });
    expect(output).toContain("the service's answers, by");
    expect(output).toContain('classes 4 of 9 (44.4 %)');
  });

  it('notes which classes no answer had, and how many pairs, without failing', async () => {
    await record(every.slice(0, 2));
    const outcome = await coverage('--observed', recorded);
    expect(outcome.exitCode).toBe(0);
    expect(answers(outcome)?.findings).toMatchObject([
      {
        rule: 'not-observed',
        level: 'note',
        message: expect.stringMatching(/2 of 9 classes and 3 pairs .*isDimmed false/),
      },
    ]);
  });

  it('takes of a run of several contracts what is of this one', async () => {
    await record(every);
    const { coverage: whole } = JSON.parse(readFileSync(recorded, 'utf8')) as { coverage: Shown['coverage'] };
    const own = whole.cells.map((cell) => ({ ...cell, part: 'lamp' }));
    const others = whole.cells.map((cell) => ({ ...cell, part: 'switch', covered: false }));
    await record(every, {
      contract: 'lamp, switch',
      coverage: { ...whole, cells: [...others, ...own], sitePairs: [] },
    });
    expect(answers(await coverage('--observed', recorded))?.findings).toEqual([]);
    await record(every, { contract: 'lamp, switch', coverage: { ...whole, cells: others } });
    expect(await coverage('--observed', recorded)).toMatchObject({ exitCode: 2 });
  });

  it.each([
    ['of another command', { command: 'fuzz' }, 'a run of fuzz, not of verify'],
    ['that says nothing of answers', { coverage: undefined }, 'does not say'],
  ])('refuses a run %s', async (_what, over, message) => {
    await record(every, over);
    expect(await coverage('--observed', recorded)).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining(message) },
    });
  });
});

describe('the pacts of the contract', () => {
  it('cover every class that a pact can carry, and every pair', async () => {
    const outcome = await runCli(['coverage', 'user-update-resp', '--fail-under', 'classes=100,pairs=100', '--json']);
    expect(outcome.exitCode).toBe(0);
    const { coverage: found } = shown(outcome);
    expect(found.classes).toEqual({ covered: 283, feasible: 283 });
    expect(found.pairs).toEqual({ covered: 2337, feasible: 2337 });
  });

  it('cover less without one of them', async () => {
    const written = require('../../../pacts/console-iam.json') as { interactions: { description: string }[] };
    const left = written.interactions.filter(({ description }) => !description.includes('totpScratchCodes hundred'));
    writeFileSync(pact, JSON.stringify({ ...written, interactions: left }));
    const outcome = await runCli([
      'coverage',
      'user-update-resp',
      '--pacts',
      pact,
      '--fail-under',
      'classes=100',
      '--json',
    ]);
    expect(outcome.exitCode).toBe(1);
    const open = shown(outcome).coverage.cells.filter(({ site, covered }) => site === '/totpScratchCodes' && !covered);
    expect(open.map((cell) => cell.class)).toEqual(['hundred']);
  });
});
