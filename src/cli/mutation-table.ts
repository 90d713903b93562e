import { cellsOf, type JudgedMutant, type MutationAudit, type MutationCell } from '../provider';
import { oneLine } from '../result';

type Outcome = JudgedMutant['outcome'];

const OUTCOMES: readonly Outcome[] = ['contract', 'known state', 'equivalent', 'open', 'gap'];

/** Fields that the table shows; the report has all. */
const MOST_FIELDS = 40;

interface Row {
  readonly field: string;
  readonly cells: readonly MutationCell[];
}

const total = (cells: readonly MutationCell[], of: (cell: MutationCell) => number): number =>
  cells.reduce((sum, cell) => sum + of(cell), 0);

const countIn = ({ cells }: Row, outcome: Outcome): number => total(cells, ({ counts }) => counts[outcome]);

/** Fields with gaps first, those with the most of them before the others. */
function rowsOf(cells: readonly MutationCell[]): Row[] {
  const fields = new Map<string, MutationCell[]>();
  for (const cell of cells) fields.set(cell.field, [...(fields.get(cell.field) ?? []), cell]);
  const rows = [...fields].map(([field, all]): Row => ({ field, cells: all }));
  return rows.sort((left, right) => countIn(right, 'gap') - countIn(left, 'gap'));
}

const share = (count: number, of: number): string =>
  `${count} of ${of} (${Math.floor((count / Math.max(1, of)) * 1000) / 10} %)`;

const survivingIn = ({ cells }: Row): string =>
  [...new Set(cells.filter(({ counts }) => counts.gap > 0).map(({ operator }) => operator.id))].join(', ');

function scores({ judged, pacts }: MutationAudit): string[] {
  const count = (...wanted: readonly Outcome[]): number =>
    judged.filter(({ outcome }) => wanted.includes(outcome)).length;
  const noticed = count('contract', 'known state');
  return [
    `noticed by the contract alone      ${share(count('contract'), judged.length)}`,
    `and with the known state           ${share(noticed, judged.length)}`,
    `of those that can be noticed       ${share(noticed, noticed + count('gap'))}`,
    `a sample noticed by the pacts      ${share(pacts.noticed, pacts.asked)}`,
  ];
}

/**
 * Answers changed by the operators of published tools: a line for each field with who noticed its mutants and why the
 * others survived, and the scores.
 */
export function mutationTable(mutation: MutationAudit): string {
  const rows = rowsOf(cellsOf(mutation.judged));
  const shown = rows.slice(0, MOST_FIELDS);
  const width = Math.max(...shown.map(({ field }) => field.length), '(the body)'.length) + 2;
  const lines = shown.map((row) => {
    const numbers = [total(row.cells, ({ planted }) => planted), ...OUTCOMES.map((outcome) => countIn(row, outcome))];
    const counts = numbers.map((number) => String(number).padStart(12)).join('');
    return `${(row.field || '(the body)').padEnd(width)}${counts}  ${survivingIn(row)}`.trimEnd();
  });
  const heads = ['mutants', ...OUTCOMES].map((head) => head.padStart(12)).join('');
  return [
    'mutants, as published tools change answers:',
    `${'field'.padEnd(width)}${heads}  operators that leave a gap`,
    ...lines,
    ...(rows.length > shown.length ? [`and ${rows.length - shown.length} more fields: see the report`] : []),
    '',
    ...scores(mutation),
    '',
  ]
    .map((line) => `${oneLine(line)}\n`)
    .join('');
}
