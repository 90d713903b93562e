import { REPORTERS } from '../../../src/reporters';
import { type Finding, type Run, resultOf, runOf } from '../../../src/result';

const finding: Finding = {
  rule: 'enum',
  level: 'error',
  pointer: '/status',
  message: '/status is "active": did you mean "ACTIVE"?',
  expected: 'one of "ACTIVE", "INACTIVE"',
  actual: '"active"',
  fingerprint: '0123456789abcdef',
};

const head = { command: 'verify', contract: 'user-update-resp', seed: 1 };
const render = (run: Run, quiet = false): string => REPORTERS.get('text')?.render(run, { quiet }) ?? '';

describe('the text report', () => {
  it('is two lines when all is well', () => {
    const run = { ...runOf(head, [resultOf('row 01', [])], 1234), coverage: { classes: { covered: 9, feasible: 10 } } };
    expect(render(run)).toBe(
      'coverage: classes 9 of 10 (90 %)\nPASSED verify user-update-resp: 1 passed, 0 failed in 1.2 s\n',
    );
    expect(render(run, true)).toBe('');
  });

  it('leads from a failure to its cause, failures first', () => {
    const skipped = {
      id: 'row 02',
      status: 'skipped' as const,
      findings: [],
      reason: 'the service declined the state',
    };
    const run = runOf(head, [skipped, resultOf('row 01', [finding], { replay: 'pactcheck verify' })], 10);
    expect(render(run)).toBe(
      [
        '  ✗ row 01',
        '    error enum /status: /status is "active": did you mean "ACTIVE"?',
        '      expected one of "ACTIVE", "INACTIVE"',
        '      actual   "active"',
        '    replay: pactcheck verify',
        '  - row 02: the service declined the state',
        'FAILED verify user-update-resp: 0 passed, 1 failed, 1 skipped in 0.0 s',
        '',
      ].join('\n'),
    );
  });

  it('says that nothing was tested, and counts what a screen does not hold', () => {
    expect(render(runOf(head, [], 0))).toMatch(/^NOTHING WAS TESTED/);
    expect(render({ ...runOf(head, [resultOf('row 01', [])], 0), interrupted: true })).toMatch(/^INTERRUPTED verify/m);
    const many = Array.from({ length: 25 }, (_, index) =>
      resultOf(`row ${index}`, [{ ...finding, pointer: `/${index}`, fingerprint: String(index) }]),
    );
    expect(render(runOf(head, many, 0))).toContain('… and 5 more');
  });

  it('loses no note behind many failures', () => {
    const many = Array.from({ length: 25 }, (_, row) =>
      resultOf(`row ${row}`, [{ ...finding, pointer: `/${row}`, fingerprint: `${row}` }]),
    );
    const note: Finding = {
      ...finding,
      rule: 'branch-not-reached',
      level: 'note',
      pointer: '',
      message: 'parser.ts:7:3',
    };
    const text = render(runOf(head, [resultOf('code parser.ts', [note]), ...many], 0));
    expect(text).toMatch(/… and 5 more: .*\n.*code parser\.ts\n {4}note branch-not-reached: parser\.ts:7:3\n/);
  });

  it('shows a result only where it shows a kind of finding that none before it does', () => {
    const [other, third] = ['1111111111111111', '2222222222222222'].map((fingerprint) => ({
      ...finding,
      pointer: `/${fingerprint}`,
      fingerprint,
    }));
    const kinds = [[finding, other], [finding], [other], [finding, third]] as Finding[][];
    const lines = render(
      runOf(
        head,
        kinds.map((findings, index) => resultOf(`row ${index}`, findings)),
        0,
      ),
    ).split('\n');
    expect(lines.filter((line) => line.startsWith('  ✗'))).toEqual(['  ✗ row 0 (and 2 more like it)', '  ✗ row 3']);
  });

  it('takes what two operations have in common for one kind', () => {
    const elsewhere = { ...finding, message: 'of another operation', fingerprint: 'fedcba9876543210' };
    const lines = render(runOf(head, [resultOf('a 200', [finding]), resultOf('b 200', [elsewhere])], 0)).split('\n');
    expect(lines.filter((line) => line.startsWith('  ✗'))).toEqual(['  ✗ a 200 (and 1 more like it)']);
  });

  it('shows the beginning of a long payload, and no long command', () => {
    const details = { payload: `{"text":"${'x'.repeat(1000)}"}`, replay: `pactcheck ${'x'.repeat(1000)}` };
    const text = render(runOf(head, [resultOf('row 1', [finding], details)], 0));
    expect(text).toContain('    payload: {"text":"xxx');
    expect(text).toContain('… (1011 characters: whole by --json or --reporter html=FILE)\n');
    expect(text).not.toContain('replay');
  });

  it('does not tell again what stands above it', () => {
    const skipped = { id: 'verify', status: 'skipped' as const, findings: [], reason: 'no provider' };
    const text = REPORTERS.get('text')?.render(runOf(head, [skipped, resultOf('row', [finding])], 0), {
      isHeaded: true,
    });
    expect(text).toMatch(/^ {2}✗ row\n/);
    expect(text).not.toMatch(/verify|FAILED/);
  });

  it('counts what changed in a diff, and says what its payload is', () => {
    const change = { ...finding, level: 'breaking' as const };
    const details = { payload: '{}', witness: 'the old contract refuses this' };
    const diffHead = { ...head, command: 'diff' };
    const noted = { ...finding, level: 'compatible' as const, pointer: '/b', fingerprint: 'b' };
    const lines = render(
      runOf(
        diffHead,
        [
          resultOf('a', [change], details),
          { id: 'b', status: 'passed', findings: [noted] },
          { id: 'c', status: 'skipped', findings: [change], reason: 'known' },
        ],
        0,
      ),
    ).split('\n');
    expect(lines).toContain('    the old contract refuses this: {}');
    expect(lines.at(-2)).toBe('FAILED diff user-update-resp: 1 breaking, 1 compatible, 1 ignored in 0.0 s');
    expect(render(runOf(diffHead, [resultOf('a', [])], 0))).toBe('PASSED diff user-update-resp: no change in 0.0 s\n');
  });

  it('shows failures of one kind once', () => {
    const many = Array.from({ length: 25 }, (_, index) => resultOf(`row ${index}`, [finding]));
    expect(
      render(runOf(head, many, 0))
        .split('\n')
        .slice(0, 2),
    ).toEqual([
      '  ✗ row 0 (and 24 more like it)',
      '    error enum /status: /status is "active": did you mean "ACTIVE"?',
    ]);
  });
});

describe('the json report', () => {
  it('is the run', () => {
    const run = runOf(head, [resultOf('row 01', [finding])], 10);
    expect(JSON.parse(REPORTERS.get('json')?.render(run) ?? '')).toEqual(run);
  });
});
