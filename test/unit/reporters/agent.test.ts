import { REPORTERS } from '../../../src/reporters';
import { type Finding, type Run, resultOf, runOf } from '../../../src/result';
import { fixedRun } from '../../support/fixed-run';

const head = { command: 'verify', contract: 'user-update-resp', seed: 1 };

const finding = (index: number, over: Partial<Finding> = {}): Finding => ({
  rule: 'enum',
  level: 'error',
  pointer: `/member${index}`,
  message: `/member${index} is "active": did you mean "ACTIVE"?`,
  expected: 'one of "ACTIVE", "INACTIVE"',
  actual: '"active"',
  fingerprint: index.toString(16).padStart(16, '0'),
  ...over,
});

const render = (run: Run, runFile?: string): string =>
  REPORTERS.get('agent')?.render(run, runFile === undefined ? {} : { runFile }) ?? '';

/** The text of each cause that is told in full. */
const causesIn = (text: string): string[] => text.split(/^(?=\d+\. )/m).slice(1);

describe('the report for agents', () => {
  it('tells a cause with its place, what was expected and met, and the command that shows it', () => {
    const run = runOf(head, [resultOf('row 01', [finding(1)], { replay: 'pactcheck verify --interaction row' })], 10);
    expect(render(run)).toBe(
      [
        'FAILED verify user-update-resp: 0 passed, 1 failed, 0 skipped; 1 cause',
        '1. 0000000000000001 error enum at /member1',
        '   /member1 is "active": did you mean "ACTIVE"?',
        '   expected: one of "ACTIVE", "INACTIVE"',
        '   got: "active"',
        '   in: row 01',
        '   file: contracts/user-update-resp/contract.ts',
        '   show: pactcheck verify --interaction row',
        '',
      ].join('\n'),
    );
  });

  it('takes what a pact and the contract say of one place for one cause, in the words of the contract', () => {
    const pact = finding(1, { rule: 'pact-body', fingerprint: 'f'.repeat(16), expected: '"ACTIVE"' });
    const text = render(runOf(head, [resultOf('row 01', [pact, finding(1)]), resultOf('row 02', [finding(1)])], 10));
    expect(causesIn(text)).toHaveLength(1);
    expect(text).toContain('1. 0000000000000001 error enum at /member1');
    expect(text).toContain('in: row 01 and 1 more; also pact-body');
  });

  it('tells five causes, each in at most 600 characters, and names the others by id', () => {
    const long = 'x'.repeat(5000);
    const results = Array.from({ length: 60 }, (_, index) =>
      resultOf(
        `row ${index} ${long}`,
        [finding(index, { pointer: `/${index}${long}`, message: long, expected: long, actual: long })],
        { replay: `pactcheck verify ${long}`, file: long },
      ),
    );
    const text = render(runOf(head, results, 10), 'reports/run.json');
    const causes = causesIn(text.split(/^55 more/m)[0] ?? '');
    expect(causes).toHaveLength(5);
    for (const cause of causes) expect(cause.trimEnd().length).toBeLessThanOrEqual(600);
    expect(causes[0]).toContain('show: pactcheck report reports/run.json --finding 0000000000000000\n');
    expect(text).toContain(
      '55 more; each: pactcheck report reports/run.json --finding ID\n- 0000000000000005 error enum',
    );
    expect(text).toContain("- and 25 that the run's JSON holds");
  });

  it('says why something was not tested, and never lets text act', () => {
    const text = render(fixedRun);
    expect(text).toContain('not tested: the service declined the state: no e-mail here\n');
    expect(text).not.toMatch(/^::error/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is printed is what is tested
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028\u202e]/);
  });
});
