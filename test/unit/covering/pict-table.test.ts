import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoveringError, coveringArray, readPict } from '../../../src/covering';

const DOCS = join(__dirname, '../../../docs/covering.md');

/** The rows of the table of PICT's syntax: what it shows, a model, and what comes of it. */
const rows = readFileSync(DOCS, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, what, text, gives] =
      /^\| (.+) \| `([^`]*⏎?[^`]*)` \| (.+) \|$/.exec(line.replaceAll('\\|', '\u0001')) ?? [];
    if (what === undefined || text === undefined || gives === undefined || !/^[A-Za-z#]/.test(text)) return [];
    return [[what, text.replaceAll('\u0001', '|').replaceAll('⏎', '\n'), gives] as const];
  });

/** What a text gives, in the table's words. */
function given(text: string, wanted: string): string {
  try {
    const { model, warnings } = readPict(text);
    if (warnings.length > 0) return `passed over at ${/line \d+, column \d+/.exec(warnings[0] ?? '')?.[0]}`;
    const { rows: made, feasible, infeasible, subModels } = coveringArray(model);
    if (wanted.includes('ways')) return `${subModels.map(({ ways }) => ways).join(' and ')} ways, ${made.length} rows`;
    return `${feasible} combinations${infeasible === 0 ? '' : `, ${infeasible} excluded`}`;
  } catch (error) {
    if (!(error instanceof CoveringError)) throw error;
    expect(error.next).toMatch(/\w.*\.$/);
    return `refused at ${error.where}`;
  }
}

describe("the table of PICT's syntax", () => {
  it('has all its rows', () => {
    expect(rows.length).toBe(40);
  });

  it.each(rows)('%s', (_, text, gives) => {
    expect(given(text, gives)).toBe(gives);
  });
});
