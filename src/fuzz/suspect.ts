import type { Case } from '../contract';
import { suspicionIn, suspicionText } from '../covering';
import type { Bucket } from './bucket';

/** Of fewer, everything that is rare in one response would be named, and the smallest response says more. */
const LEAST_FAILING = 2;

/**
 * What only those valid responses have in common that show a finding, in words; `undefined` where they have nothing,
 * or where no valid response shows it.
 * @param pool the cases of the table; of these, only valid ones that were run can tell.
 * @param passed the ids of the cases that passed.
 */
export function suspectOf({ valid }: Bucket, pool: readonly Case[], passed: ReadonlySet<string>): string | undefined {
  if (valid.size < LEAST_FAILING) return undefined;
  const rows = pool
    .filter(({ verdict, id }) => verdict === 'accept' && (valid.has(id) || passed.has(id)))
    .map(({ id, classes }) => ({
      levels: new Map(Object.entries(classes).map(([site, name]) => [site || 'body', [name]])),
      failed: valid.has(id),
    }));
  return suspicionText(suspicionIn(rows));
}
