import { type Coverage, joinRuns, type Run, resultOf, runOf } from '../../../src/result';

const head = { command: 'verify', contract: 'user-update-resp', seed: 1 };

const shard = (index: number, over: Partial<Run> = {}): Run => ({
  ...runOf(head, [resultOf(`row ${index}`, [])], 100),
  shard: { index, count: 3 },
  ...over,
});

const all = [shard(1), shard(2), shard(3)];

describe('joining shards', () => {
  it('gives the run that it would have been unsplit, whatever the order', () => {
    const joined = joinRuns([shard(3), shard(1), shard(2)]);
    expect(joined).toEqual(
      runOf(
        head,
        [1, 2, 3].map((index) => resultOf(`row ${index}`, [])),
        300,
      ),
    );
    expect(joined).toEqual(joinRuns(all));
  });

  it('leaves a single run as it is', () => {
    const run = runOf(head, [resultOf('row 1', [])], 5);
    expect(joinRuns([run])).toEqual(run);
  });

  it.each<[string, Run[], string]>([
    ['a missing shard', [shard(1), shard(3)], 'shard 2 of 3 of verify user-update-resp is missing'],
    ['a single shard', [shard(2)], 'shard 1 of 3 of verify user-update-resp is missing'],
    ['a doubled shard', [...all, shard(2)], 'shard 2 of 3 of verify user-update-resp is given 2 times'],
    ['different seeds', [shard(1), shard(2), shard(3, { seed: 9 })], 'have different seeds: 1, 9'],
    ['different splits', [...all, shard(1, { shard: { index: 1, count: 2 } })], 'split differently: into 3 and into 2'],
    ['one run twice', [runOf(head, [], 0), runOf(head, [], 0)], 'the run of verify user-update-resp is given 2 times'],
    ['no run', [], 'there is no run to report'],
    [
      'different contracts of one name',
      [shard(1, { contractDigest: 'a' }), shard(2, { contractDigest: 'b' }), shard(3)],
      'different versions of the contract',
    ],
  ])('refuses %s', (_name, runs, message) => {
    const failure = expect.objectContaining({
      name: 'Failure',
      kind: 'usage',
      message: expect.stringContaining(message),
    });
    expect(() => joinRuns(runs)).toThrow(failure);
  });

  it('makes one result of what every shard does', () => {
    const finding = {
      rule: 'leak',
      level: 'error',
      pointer: '',
      message: '',
      expected: '',
      actual: '',
      fingerprint: 'f',
    } as const;
    const other = { ...finding, fingerprint: 'g' };
    const found = [[finding], [finding, other], []].map((findings, index) =>
      shard(index + 1, { results: [resultOf(`row ${index + 1}`, []), resultOf('the whole', findings)] }),
    );
    const joined = joinRuns(found);
    expect(joined.results.map(({ id }) => id)).toEqual(['row 1', 'the whole', 'row 2', 'row 3']);
    expect(joined.results[1]).toMatchObject({ status: 'failed', findings: [finding, other] });
    expect(joined.summary).toEqual({ passed: 3, failed: 1, skipped: 0, durationMs: 300 });
  });

  it('joins what they covered, and where they failed', () => {
    const cell = (covered: boolean, by: string) => ({ site: '/status', class: 'ACTIVE', covered, by: [by], failed: 1 });
    const open = { site: '/status', class: 'NEW', covered: false };
    const coverage = (covered: boolean, by: string, missing: [string, string][]): Coverage => ({
      classes: { covered: Number(covered), feasible: 2 },
      cells: [cell(covered, by), open, { site: '/object', class: 'role', covered: false, excluded: 'fixed' }],
      sitePairs: [{ sites: ['/a', '/b'], covered: 4 - missing.length, feasible: 4, missing }],
    });
    const joined = joinRuns([
      shard(1, { coverage: coverage(true, 'one', [['x', 'y']]) }),
      shard(2, {
        coverage: coverage(false, 'two', [
          ['x', 'y'],
          ['u', 'v'],
        ]),
      }),
      shard(3),
    ]);
    expect(joined.coverage).toEqual({
      classes: { covered: 1, feasible: 2 },
      pairs: { covered: 3, feasible: 4 },
      cells: [
        { site: '/status', class: 'ACTIVE', covered: true, by: ['one', 'two'], failed: 2 },
        open,
        { site: '/object', class: 'role', covered: false, excluded: 'fixed' },
      ],
      sitePairs: [{ sites: ['/a', '/b'], covered: 3, feasible: 4, missing: [['x', 'y']] }],
    });
  });

  it('claims no more than the best shard where the tuples are not known', () => {
    const figures = (covered: number): Coverage => ({
      classes: { covered, feasible: 9 },
      pairs: { covered, feasible: 9 },
    });
    const runs = [shard(1, { coverage: figures(4) }), shard(2, { coverage: figures(6) }), shard(3)];
    expect(joinRuns(runs).coverage).toEqual(figures(6));
  });
});

describe('joining runs of different work', () => {
  const fuzz = runOf({ command: 'fuzz', contract: 'user-update-resp', seed: 7 }, [resultOf('/status unknown', [])], 50);

  it('puts them beside each other, whatever the order', () => {
    const joined = joinRuns([...all, fuzz]);
    expect(joinRuns([fuzz, ...all])).toEqual(joined);
    expect(joined.command).toBe('report');
    expect(joined.summary).toEqual({ passed: 4, failed: 0, skipped: 0, durationMs: 350 });
    expect(joined.results.map(({ id }) => id)).toEqual([
      'fuzz user-update-resp: /status unknown',
      ...[1, 2, 3].map((index) => `verify user-update-resp: row ${index}`),
    ]);
    expect(joined.parts?.map(({ command, seed }) => [command, seed])).toEqual([
      ['fuzz', 7],
      ['verify', 1],
    ]);
  });

  it('names what covered a class as the results are named', () => {
    const cells = [{ site: '/id', class: 'typical', covered: true, by: ['row 1'] }];
    const covered = {
      ...runOf(head, [resultOf('row 1', [])], 0),
      coverage: { classes: { covered: 1, feasible: 1 }, cells },
    };
    const joined = joinRuns([covered, fuzz]);
    expect(joined.coverage?.cells?.[0]?.by).toEqual(['verify user-update-resp: row 1']);
    expect(joined.results.map(({ id }) => id)).toContain('verify user-update-resp: row 1');
  });

  it('keeps apart what each part covered: a fuzzer covers what no pact does', () => {
    const covered = (command: string, isCovered: boolean): Run => ({
      ...runOf({ ...head, command }, [], 0),
      coverage: {
        classes: { covered: Number(isCovered), feasible: 1 },
        cells: [{ site: '/id', class: 'typical', covered: isCovered }],
        sitePairs: [{ sites: ['/a', '/b'], covered: 1, feasible: 2 }],
      },
    });
    const { coverage } = joinRuns([covered('verify', false), covered('fuzz', true)]);
    expect(coverage?.cells?.map(({ part, covered: isCovered }) => [part, isCovered])).toEqual([
      ['fuzz user-update-resp', true],
      ['verify user-update-resp', false],
    ]);
    expect(coverage?.classes).toEqual({ covered: 1, feasible: 2 });
    expect(coverage?.sitePairs?.map(({ part }) => part)).toEqual(['fuzz user-update-resp', 'verify user-update-resp']);
  });
});

it('a finding of a part is told with the file of its own contract, unless it names another one', () => {
  const finding = {
    ...{ rule: 'enum', level: 'error' as const, pointer: '/a', message: '', expected: '', actual: '' },
    fingerprint: 'a',
  };
  const run = runOf(
    { ...head, contractFile: 'api.yaml' },
    [resultOf('row 1', [finding]), resultOf('row 2', [finding], { file: 'other.json' }), resultOf('row 3', [])],
    1,
  );
  const joined = joinRuns([run, runOf({ ...head, command: 'fuzz' }, [], 1)]);
  expect(joined.results.map(({ details }) => details?.['file'])).toEqual(['api.yaml', 'other.json', undefined]);
});
