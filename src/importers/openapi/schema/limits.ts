import { type Place, placeAt } from '../place';
import type { Draft } from './draft';
import type { Reading } from './reading';

const MOST_INT64 = 2n ** 63n - 1n;

/** OpenAPI 3.0 says of a limit by a flag whether it is exclusive. */
function exclusive(draft: Draft, flag: 'exclusiveMinimum' | 'exclusiveMaximum', limit: 'minimum' | 'maximum'): void {
  const isExclusive = draft[flag];
  if (typeof isExclusive !== 'boolean') return;
  draft[flag] = isExclusive ? draft[limit] : undefined;
  if (isExclusive) delete draft[limit];
}

const NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];

/** Limits as numbers. The ends of int64, which no double holds, are said by the format. */
export function limitsAdjusted(draft: Draft, place: Place, { notes }: Reading): void {
  exclusive(draft, 'exclusiveMinimum', 'minimum');
  exclusive(draft, 'exclusiveMaximum', 'maximum');
  for (const name of NUMBERS) {
    const limit = draft[name];
    const isEnd = (name === 'maximum' && limit === MOST_INT64) || (name === 'minimum' && limit === -MOST_INT64 - 1n);
    if (typeof limit !== 'bigint') continue;
    draft[name] = Number(limit);
    if (isEnd && draft['type'] === 'integer' && (draft['format'] ?? 'int64') === 'int64') {
      delete draft[name];
      draft['format'] = 'int64';
    } else if (BigInt(Number(limit)) !== limit)
      notes.warn(placeAt(place, name) ?? place, `${name} is rounded to ${Number(limit)}`);
  }
  if (typeof draft['multipleOf'] === 'number' && draft['multipleOf'] <= 0) {
    notes.warn(placeAt(place, 'multipleOf') ?? place, 'multipleOf is not above 0: it is passed over');
    delete draft['multipleOf'];
  }
}
