import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORTERS } from '../../src/reporters';
import { fixedRun } from '../support/fixed-run';

const FOLDER = join(__dirname, 'reports');

/** The file of each reporter. `UPDATE_GOLDEN=1 npx jest test/golden/reports` writes them anew: read the difference. */
const FILES: Readonly<Record<string, string>> = {
  text: 'report.txt',
  json: 'run.json',
  junit: 'junit.xml',
  sarif: 'report.sarif.json',
  html: 'report.html',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  markdown: 'comment.md',
  agent: 'agent.txt',
  changelog: 'changelog.md',
};

function golden(file: string, text: string): void {
  const path = join(FOLDER, file);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  expect(existsSync(path)).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

/** The page without its own style and script, which stand in `assets/report`; their order is kept, and their hashes are not. */
const frameOf = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, '<style></style>')
    .replace(/<script>(.*)<\/script>/s, (_all, code: string) =>
      ['<script>', ...(code.match(/^const module_\w+/gm) ?? []), '</script>'].join('\n'),
    )
    .replace(/'sha256-[^']*'/g, "'sha256-...'");

describe('the reports of a fixed run', () => {
  it('have a golden file each', () => {
    expect(Object.keys(FILES).sort()).toEqual([...REPORTERS.keys()].sort());
  });

  it.each([...REPORTERS.values()])('$name', (reporter) => {
    const text = reporter.render(fixedRun);
    golden(FILES[reporter.name] ?? '', reporter.name === 'html' ? frameOf(text) : text);
  });

  it('the summary of a GitHub job', () => {
    const added = REPORTERS.get('github')?.additions?.(fixedRun, { GITHUB_STEP_SUMMARY: 'summary.md' });
    expect(added?.map(({ path }) => path)).toEqual(['summary.md']);
    golden('github-summary.md', added?.[0]?.text ?? '');
  });
});
