import type { Colors } from 'picocolors/types';
import type { Measured, MeasuredAnswer } from '../../app/coverage/measure';
import { leftOutOf } from '../../app/pacts/left-out';
import type { Combination } from '../../cases';
import { type Contract, caseLine } from '../../contract';
import { type CoverageCell, shorten } from '../../result';

/** Missing combinations that are named, and interactions that are shown; the rest is counted. */
const MOST_NAMED = 20;
const MOST_SHOWN = 10;

/** A line for each site: its classes, those that are missing first. */
function siteLines(cells: readonly CoverageCell[], colors: Colors): string[] {
  const bySite = new Map<string, CoverageCell[]>();
  for (const cell of cells) bySite.set(cell.site, [...(bySite.get(cell.site) ?? []), cell]);
  const width = Math.min(40, Math.max(...[...bySite.keys()].map(({ length }) => length)));
  return [...bySite].map(([site, own]) => {
    const missing = own.filter(({ covered, excluded }) => !covered && excluded === undefined);
    const covered = own.filter((cell) => cell.covered);
    const open = covered.length + missing.length;
    const words = [
      ...missing.map((cell) => colors.red(`✗ ${cell.class}`)),
      ...covered.map((cell) => colors.green(`✓ ${cell.class}`)),
    ];
    return `  ${(site || 'body').padEnd(width)} ${String(covered.length).padStart(3)}/${open} ${words.join('  ')}`;
  });
}

const combinationText = ({ sites, classes }: Combination): string =>
  sites.map((site, index) => `${site || 'body'} ${classes[index]}`).join(' with ');

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function missingLines({ missing, add }: MeasuredAnswer, colors: Colors): string[] {
  if (missing.length === 0) return [];
  const named = missing
    .slice(0, MOST_NAMED)
    .map((combination) => `  ${colors.red('✗')} ${combinationText(combination)}`);
  const more = missing.length > MOST_NAMED ? [`  … and ${missing.length - MOST_NAMED} more`] : [];
  const shown = add.slice(0, MOST_SHOWN).flatMap(({ testCase, adds }) => {
    const body = testCase.body ?? caseLine(testCase);
    return [`  ${testCase.id}: ${counted(adds, 'combination')} more`, `    ${colors.dim(shorten(body, 2_000))}`];
  });
  const hidden = add.length > MOST_SHOWN ? [`  … and ${add.length - MOST_SHOWN} more, with --json`] : [];
  const known = add.length === 0 ? 'no covering row has them' : `add these ${counted(add.length, 'interaction')}`;
  return ['missing', ...named, ...more, known, ...shown, ...hidden];
}

function answerLines(contract: Contract, answer: MeasuredAnswer, colors: Colors): string[] {
  const { operations, bodies, rows } = answer;
  return [
    `${contract.name} ${operations.join(' and ')}: ${counted(bodies, 'answer')}; ${counted(rows.needed, 'row')} cover all, no fewer than ${rows.lowerBound} can`,
    ...missingLines(answer, colors),
    colors.dim(
      `  left out: ${counted(answer.infeasible, 'combination')} that cannot be: of what lies in what, or by a reason below`,
    ),
    ...leftOutOf(answer).map((line) => colors.dim(line)),
  ];
}

/** What was measured, for a person. */
export const coverageLines = (contract: Contract, { coverage, answers }: Measured, colors: Colors): string[] => [
  ...siteLines(coverage.cells ?? [], colors),
  ...answers.flatMap((answer) => answerLines(contract, answer, colors)),
];
