import { REPORTERS } from '../../../src/reporters';
import { type Finding, type Level, type Run, resultOf, runOf } from '../../../src/result';
import { fixedRun, HOSTILE } from '../../support/fixed-run';

const head = { command: 'verify', contract: 'user-update-resp', seed: 1 };
const render = (run: Run): string => REPORTERS.get('github')?.render(run) ?? '';
const summary = (run: Run): string =>
  REPORTERS.get('github')?.additions?.(run, { GITHUB_STEP_SUMMARY: '/x' })[0]?.text ?? '';

const findingOf = (level: Level, index: number): Finding => ({
  rule: 'enum',
  level,
  pointer: `/status/${index}`,
  message: HOSTILE,
  expected: '',
  actual: '',
  fingerprint: `${level}${index}`,
});

const many = (count: number): Run =>
  runOf(
    head,
    Array.from({ length: count }, (_, index) =>
      resultOf(`row ${index}`, [findingOf('error', index), findingOf('warning', index)], { payload: 'x'.repeat(2900) }),
    ),
    0,
  );

describe('the GitHub report', () => {
  it('is made of whole commands, whatever the payload', () => {
    for (const line of render(fixedRun).trimEnd().split('\n')) {
      expect(line).toMatch(/^::(?:error|warning) (?:file=[^,:]+,line=1,)?title=[^:,]*::[^\r\n]+$/);
    }
  });

  it('keeps within ten errors and ten warnings, and says how many are left', () => {
    const lines = render(many(25)).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(lines.filter((line) => line.includes('title=16 more'))).toHaveLength(2);
    expect(render(many(10))).not.toContain('more errors');
  });

  it('spends one of the ten on what many operations have in common', () => {
    const common = { ...findingOf('breaking', 1), pointer: '/id' };
    const results = Array.from({ length: 12 }, (_, index) =>
      resultOf(`operation ${index}`, [{ ...common, fingerprint: `print${index}` }]),
    );
    const lines = render(runOf(head, [...results, resultOf('other', [findingOf('error', 2)])], 0)).split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(2);
    expect(lines[0]).toContain('in operation 0 and 11 more like it');
  });

  it('is shown at the file that the contract was read from', () => {
    const run = runOf({ ...head, contractFile: 'api/openapi.yaml' }, [resultOf('x', [findingOf('error', 1)])], 0);
    expect(render(run)).toContain('file=api/openapi.yaml,');
  });

  it('leaves findings that do not matter out', () => {
    expect(render(runOf(head, [resultOf('x', [findingOf('note', 1), findingOf('compatible', 2)])], 0))).toBe('');
    expect(render(runOf(head, [resultOf('x', [findingOf('breaking', 1)])], 0))).toMatch(/^::error /);
  });

  it('writes a summary only where the environment names a file', () => {
    expect(REPORTERS.get('github')?.additions?.(fixedRun, {})).toEqual([]);
    expect(summary(fixedRun)).toMatch(/^## FAILED: pactcheck verify user-update-resp\n/);
  });

  it('keeps the summary within a MiB', () => {
    expect(Buffer.byteLength(summary(many(2000)))).toBeLessThan(1024 * 1024);
    expect(summary(many(2000))).toContain('… and 1970 more causes.');
  });

  it('lets no payload be markup in the summary', () => {
    const outside = summary(fixedRun).replace(/^(`{3,})\w*\n[\s\S]*?^\1$/gm, '');
    expect(outside.replace(/<\/?(?:details|summary|b)>/g, '')).not.toMatch(/[<`]/);
  });
});

describe('the GitLab report', () => {
  const entries = (
    run: Run,
  ): { fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[] =>
    JSON.parse(REPORTERS.get('gitlab')?.render(run) ?? '');

  it('has what GitLab demands of an entry, and no fingerprint twice', () => {
    const found = entries(many(20));
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(40);
    for (const entry of found) {
      expect(entry).toEqual({
        description: expect.any(String),
        check_name: 'enum',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
        location: { path: 'contracts/user-update-resp/contract.ts', lines: { begin: 1 } },
      });
    }
  });

  it('is an empty list where all is well', () => {
    expect(entries(runOf(head, [resultOf('x', [])], 0))).toEqual([]);
  });
});
