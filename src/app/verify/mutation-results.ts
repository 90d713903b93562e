import { cellsOf, type MutationAudit, type MutationCell } from '../../provider';
import { type Coverage, type Finding, fingerprint, type Result } from '../../result';

const RULE = 'mutant-survived';

/** Mutants of one field by one operator that survive because the contract does not say enough. */
function gapIn({ operation, field, operator, planted, counts }: MutationCell): Finding[] {
  if (counts.gap === 0) return [];
  const place = field === '' ? 'the body' : field;
  return [
    {
      rule: RULE,
      level: 'warning',
      pointer: field.startsWith('/') ? field : '',
      message: `${place} with ${operator.does}: ${counts.gap} of ${planted} mutants survive, as the contract says nothing of it`,
      expected: 'a finding',
      actual: 'none',
      fingerprint: fingerprint({ rule: RULE, place: field, scope: `${operation} ${operator.id}` }),
    },
  ];
}

const sum = (cells: readonly MutationCell[], of: (cell: MutationCell) => number): number =>
  cells.reduce((total, cell) => total + of(cell), 0);

function resultOfField(operation: string, field: string, cells: readonly MutationCell[]): Result {
  const count = (outcome: keyof MutationCell['counts']): string => String(sum(cells, ({ counts }) => counts[outcome]));
  return {
    id: `${operation} mutants of ${field === '' ? 'the body' : field}`,
    status: 'passed',
    findings: cells.flatMap(gapIn),
    details: {
      planted: String(sum(cells, ({ planted }) => planted)),
      contract: count('contract'),
      'known state': count('known state'),
      equivalent: count('equivalent'),
      open: count('open'),
      gap: count('gap'),
    },
  };
}

/** One result for each field whose values were changed: a gap is a warning, as no service is at fault. */
export function mutationResults({ judged }: MutationAudit): Result[] {
  const fields = new Map<string, MutationCell[]>();
  for (const cell of cellsOf(judged)) {
    const key = `${cell.operation}\n${cell.field}`;
    fields.set(key, [...(fields.get(key) ?? []), cell]);
  }
  return [...fields.values()].map((cells) => {
    const { operation, field } = cells[0] as MutationCell;
    return resultOfField(operation, field, cells);
  });
}

/** Why no mutant of a cell can be noticed. */
const EXCLUDED = {
  equivalent: 'the validator and the known state allow the changed answer',
  open: 'nobody could know: nothing declares it',
} as const;

const countsOf = (cells: readonly MutationCell[]) => ({
  noticed: sum(cells, ({ counts }) => counts.contract + counts['known state']),
  gap: sum(cells, ({ counts }) => counts.gap),
  equivalent: sum(cells, ({ counts }) => counts.equivalent),
});

/** The table of fields by operators, as what was covered of it: mutants that anybody could notice. */
export function mutationCoverage({ judged }: MutationAudit): Coverage {
  const cells = new Map<string, MutationCell[]>();
  for (const cell of cellsOf(judged)) {
    const key = `${cell.field}\n${cell.operator.id}`;
    cells.set(key, [...(cells.get(key) ?? []), cell]);
  }
  const told = [...cells.values()].map((all) => {
    const { field, operator } = all[0] as MutationCell;
    const { noticed, gap, equivalent } = countsOf(all);
    const cell = { site: field, class: operator.id, covered: gap === 0 && noticed > 0 };
    if (gap > 0 || noticed > 0) return cell;
    return { ...cell, excluded: equivalent > 0 ? EXCLUDED.equivalent : EXCLUDED.open };
  });
  const feasible = told.filter((cell) => !('excluded' in cell));
  const covered = feasible.filter((cell) => cell.covered).length;
  return { classes: { covered, feasible: feasible.length }, cells: told };
}
