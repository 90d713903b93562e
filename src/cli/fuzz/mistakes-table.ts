import type { Audited } from '../../fuzz';
import { oneLine } from '../../result';

const isNoticed = ({ case: caseId }: Audited): boolean => caseId !== undefined;
const mistakeOf = ({ id }: Audited): string => id.split(' ')[0] ?? id;

function grouped(audited: readonly Audited[]): Map<string, Audited[]> {
  const groups = new Map<string, Audited[]>();
  for (const one of audited) groups.set(mistakeOf(one), [...(groups.get(mistakeOf(one)) ?? []), one]);
  return groups;
}

/** Texts by how often they occur, the most frequent first: `lost-field 26, wrong-value 2`. */
function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
}

const noticers = (all: readonly Audited[]): string =>
  counted(all.flatMap(({ noticedBy }) => noticedBy))
    .map(([rule, count]) => (all.length === 1 ? rule : `${rule} ${count}`))
    .join(', ');

const percent = (share: number, all: number): string =>
  all === 0 ? 'nothing was planted' : `${share} of ${all} (${Math.floor((share * 1000) / all) / 10} %)`;

/**
 * What an audit planted and which oracles noticed it, as a table with a line for each mistake; then which were not
 * noticed, which make no difference here and why, and the figure.
 */
export function mistakesTable(audited: readonly Audited[]): string {
  const effective = audited.filter(({ excuse }) => excuse === undefined);
  const width = Math.max(...audited.map((one) => mistakeOf(one).length), 'mistake'.length) + 2;
  const row = (name: string, planted: string, noticed: string, by: string): string =>
    `${name.padEnd(width)}${planted.padStart(7)}${noticed.padStart(9)}  ${by}`.trimEnd();
  const rows = [...grouped(effective)].map(([name, all]) =>
    row(name, String(all.length), String(all.filter(isNoticed).length), noticers(all)),
  );
  const missed = effective.filter((one) => !isNoticed(one));
  const idle = counted(audited.flatMap(({ excuse }) => (excuse === undefined ? [] : [excuse])));
  return [
    row('mistake', 'planted', 'noticed', 'by'),
    ...rows,
    '',
    ...missed.map(({ id, says }) => `not noticed: ${id} (${says})`),
    ...idle.map(([reason, count]) => `${count} left out: ${reason}`),
    `noticed ${percent(effective.length - missed.length, effective.length)}`,
    '',
  ]
    .map((line) => `${oneLine(line)}\n`)
    .join('');
}
