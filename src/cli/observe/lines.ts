import type { Colors } from 'picocolors/types';
import type { SeenAtAll, SeenOperation } from '../../result';

/** So many names are listed; the others are counted. */
const MOST_NAMED = 8;

const listed = (names: readonly string[]): string => {
  const more = names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : '';
  return `${names.slice(0, MOST_NAMED).join(', ')}${more}`;
};

const counted = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).map(([what, count]) => `${count} ${what}`);

/** What was seen of one operation: its statuses and members, and those that never were. */
function operationLines({ id, call, exchanges, ...seen }: SeenOperation): string[] {
  const statuses = Object.entries(seen.statuses).map(([status, count]) => `${status} × ${count}`);
  const { covered, feasible } = seen.fields;
  const fields = feasible === 0 ? '' : `; ${covered} of ${feasible} members`;
  const never = [
    ...(seen.neverSeenStatuses.length === 0 ? [] : [`    never a status ${listed(seen.neverSeenStatuses)}`]),
    ...(seen.neverSeenFields.length === 0 ? [] : [`    never a member ${listed(seen.neverSeenFields)}`]),
    ...(seen.undocumentedFields.length === 0 ? [] : [`    not documented: ${listed(seen.undocumentedFields)}`]),
  ];
  return [`  ${id} (${call}): ${exchanges}, ${statuses.join(', ')}${fields}`, ...never];
}

const line = (what: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`${what}: ${listed(names)}`];

/** What of a contract was seen, for a person. */
export function seenLines(seen: SeenAtAll, { bold }: Pick<Colors, 'bold'>): string[] {
  const shown = seen.operations.filter(({ exchanges }) => exchanges > 0);
  const never = seen.operations.filter(({ exchanges }) => exchanges === 0).map(({ id, call }) => `${id} (${call})`);
  const undocumented = Object.entries(seen.undocumented).map(([call, count]) => `${call} × ${count}`);
  return [
    `${bold('seen')} ${shown.length} of ${seen.operations.length} operations, in ${seen.judged} of ${seen.exchanges} exchanges`,
    ...shown.flatMap(operationLines),
    ...line('never seen', never),
    ...line('answered and not documented', undocumented),
    ...line('not judged', counted(seen.passedOver)),
    ...line('bodies not judged', counted(seen.unjudgedBodies)),
  ];
}
