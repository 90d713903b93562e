import type { Surveyed } from './surveyed';

const SHOWN = 40;

const total = (rows: readonly Surveyed[], count: (row: Surveyed) => number): number =>
  rows.reduce((sum, row) => sum + count(row), 0);

/** A reason without what is of one document only. */
const kindOf = (reason: string): string =>
  reason
    .replace(/^.*? (?:is|are) left out: /, '')
    .replace(/ \(.*$/, '')
    .replace(/\d+/g, 'N')
    .slice(0, 100);

function byReason(rows: readonly Surveyed[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const { file, refused } of rows)
    for (const reason of refused)
      kinds.set(kindOf(reason), [...(kinds.get(kindOf(reason)) ?? []), `${file}: ${reason}`]);
  return [...kinds]
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([kind, all]) => `  ${all.length} ${kind}\n      ${all[0]?.slice(0, 220)}`);
}

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title} (${lines.length})`, ...lines.slice(0, SHOWN).map((line) => `  ${line}`)];

/** What a survey found, for people. */
export function summary(rows: readonly Surveyed[]): string {
  const [supported, refused] = [total(rows, (row) => row.supported), total(rows, (row) => row.refused.length)];
  const share = ((100 * supported) / Math.max(1, supported + refused)).toFixed(2);
  const slowest = rows.toSorted((left, right) => right.ms - left.ms).slice(0, 5);
  return [
    `${rows.length} documents, ${(total(rows, ({ bytes }) => bytes) / 1e6).toFixed(0)} MB, ${total(rows, (row) => row.operations)} operations`,
    `response schemas: ${supported} supported, ${refused} refused: ${share} % supported`,
    `cases: ${total(rows, (row) => row.judgedCases)} of ${total(rows, (row) => row.judgedOperations)} operations held to ajv on the document as it stands`,
    `requests: ${total(rows, ({ sent }) => sent.requests)} of ${total(rows, ({ sent }) => sent.operations)} operations (${total(rows, ({ sent }) => sent.distinct)} different ones) held to the document as it stands`,
    ...listed('refused, by reason', byReason(rows)),
    ...listed(
      'operations without requests, by reason',
      byReason(rows.map((row) => ({ ...row, refused: row.unsendable }))),
    ),
    ...listed(
      'invalid requests',
      rows.flatMap(({ file, invalidRequests }) => invalidRequests.map((line) => `${file}: ${line.slice(0, 300)}`)),
    ),
    ...listed(
      'no contract at all',
      rows.flatMap(({ file, error, refused: reasons }) =>
        error === undefined || reasons.length > 0 ? [] : [`${file}: ${error.slice(0, 300)}`],
      ),
    ),
    ...listed(
      'disagreements',
      rows.flatMap(({ file, disagreements }) => disagreements.map((line) => `${file}: ${line}`)),
    ),
    ...listed(
      'read otherwise than they stand, with a warning',
      rows.flatMap(({ file, declared }) => (declared.length === 0 ? [] : [`${declared.length} cases of ${file}`])),
    ),
    ...listed(
      'crashes',
      rows.flatMap(({ file, crash }) => (crash === undefined ? [] : [`${file}: ${crash.slice(0, 600)}`])),
    ),
    'slowest',
    ...slowest.map(({ file, ms, bytes }) => `  ${(ms / 1000).toFixed(1)} s  ${(bytes / 1e6).toFixed(1)} MB  ${file}`),
  ].join('\n');
}
