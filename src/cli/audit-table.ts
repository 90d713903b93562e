import type { Audited } from '../provider';
import { oneLine } from '../result';

const share = (all: readonly Audited[], noticed: (one: Audited) => boolean): string => {
  const count = all.filter(noticed).length;
  return `${count} of ${all.length} (${Math.floor((count / Math.max(1, all.length)) * 1000) / 10} %)`;
};

/** Groups in the order of their first member. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const classesOf = (all: readonly Audited[]): string => [...new Set(all.map((one) => one.class))].join(', ');

/** Why the pacts did not notice these; nothing where there is none. */
function reasonLines(unnoticed: readonly Audited[]): string[] {
  const reasons = [...grouped(unnoticed, ({ reason = '' }) => reason)];
  if (reasons.length === 0) return [];
  return [
    'why the pacts do not notice:',
    ...reasons.map(([reason, all]) => `  ${String(all.length).padStart(4)}  ${reason}: ${classesOf(all)}`),
    '',
  ];
}

const unseen = (all: readonly Audited[]): string => classesOf(all.filter(({ byPacts }) => !byPacts));

/**
 * What an audit planted and what noticed it, as a table with a line for each field; then why the pacts did not notice
 * what they did not, and the scores.
 */
export function auditTable(audited: readonly Audited[]): string {
  const fields = [...grouped(audited, ({ site }) => site)];
  const width = Math.max(...fields.map(([site]) => site.length), 'field'.length) + 2;
  const rows = fields.map(([site, all]) => {
    const [pacts, contract] = [all.filter(({ byPacts }) => byPacts), all.filter(({ byContract }) => byContract)];
    const counts = [all, pacts, contract].map(({ length }) => String(length).padStart(9)).join('');
    return `${(site || '(the body)').padEnd(width)}${counts}  ${unseen(all)}`.trimEnd();
  });
  return [
    `${'field'.padEnd(width)}${['planted', 'pacts', 'contract'].map((name) => name.padStart(9)).join('')}  not noticed by the pacts`,
    ...rows,
    '',
    ...reasonLines(audited.filter(({ byPacts }) => !byPacts)),
    `noticed by the pacts alone   ${share(audited, ({ byPacts }) => byPacts)}`,
    `noticed by the contract      ${share(audited, ({ byContract }) => byContract)}`,
    `noticed by neither           ${share(audited, ({ byPacts, byContract }) => !byPacts && !byContract)}`,
    '',
  ]
    .map((line) => `${oneLine(line)}\n`)
    .join('');
}
