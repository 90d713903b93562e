import { REPORTERS } from '../../../src/reporters';
import { type Finding, resultOf, runOf } from '../../../src/result';

const head = { command: 'gate', contract: 'user-update-resp', seed: 1 };

const finding = (index: number, level: Finding['level'] = 'error'): Finding => ({
  rule: 'enum',
  level,
  pointer: `/member${index}`,
  message: `/member${index} is wrong`,
  expected: '"A"',
  actual: '"B"',
  fingerprint: String(index),
});

const render = (findings: readonly Finding[]): string =>
  REPORTERS.get('markdown')?.render(
    runOf(
      head,
      findings.map((one, index) =>
        resultOf(`row ${index}`, [one], { replay: `pactcheck verify --interaction ${index}` }),
      ),
      0,
    ),
  ) ?? '';

describe('the comment on a pull request', () => {
  it('begins with the mark by which it is found and edited', () => {
    expect(render([])).toMatch(/^<!-- pactcheck gate -->\n## NOTHING WAS TESTED: pactcheck gate user-update-resp\n/);
  });

  it('shows the first three causes whole, and folds the others', () => {
    const text = render(Array.from({ length: 40 }, (_, index) => finding(index)));
    expect(text.match(/^### /gm)).toHaveLength(3);
    expect(text.match(/^<details>/gm)).toHaveLength(27);
    expect(text).toContain('… and 10 more causes.');
    expect(text.indexOf('<details>')).toBeGreaterThan(text.indexOf('pactcheck verify --interaction 2'));
  });

  it('puts what does not fail behind what does', () => {
    const text = render([finding(0, 'warning'), finding(1)]);
    expect(text.indexOf('### <b>error</b> enum /member1')).toBeGreaterThan(0);
    expect(text.indexOf('1 warning or note')).toBeGreaterThan(text.indexOf('### <b>error</b>'));
  });

  it('is small enough for a comment, however much was found', () => {
    const long = (index: number): Finding => ({ ...finding(index), message: `${index} ${'x'.repeat(300)}` });
    expect(render(Array.from({ length: 500 }, (_, index) => long(index))).length).toBeLessThan(65_536);
  });
});
