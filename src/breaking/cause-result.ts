import { type Finding, fingerprint, type Result } from '../result';
import type { Cause, Weighed } from './causes';
import { placeId, placeName } from './contract/place';
import { type ReliedInteraction, tellReliers } from './reliance';
import type { DiffLevel } from './rules';

/** A cause, and the interactions that rely on it; `undefined` where no pacts are known. */
export interface Told extends Cause {
  readonly reliers: readonly ReliedInteraction[] | undefined;
}

/** An id by which a finding is the same in the next run. */
export function resultId({ first: { compared, change, rule } }: Cause): string {
  const place = [change.pointer, rule.id, change.subject].filter((word) => word !== '' && word !== undefined);
  return `${placeId(compared.place)}: ${place.join(' ')}`;
}

const operationsOf = ({ all }: Cause): string[] => [...new Set(all.map(({ compared }) => compared.place.operation))];

function shared(cause: Cause): string {
  const operations = operationsOf(cause).length;
  if (operations > 1) return `in ${operations} operations: `;
  return cause.all.length > 1 ? `in ${cause.all.length} places: ` : '';
}

const whereIs = ({ compared, change }: Weighed): string =>
  `${change.pointer === '' ? '' : `${change.pointer} in `}${placeName(compared.place)}`;

/** A cause as a finding. */
export function findingOf(cause: Told): Finding {
  const { compared, change, rule, level } = cause.first;
  return {
    rule: rule.id,
    level,
    pointer: change.pointer,
    message: `${shared(cause)}${whereIs(cause.first)} ${rule.says(change)}${tellReliance(level, cause.reliers)}`,
    expected: change.before,
    actual: change.after,
    fingerprint: fingerprint({
      rule: rule.id,
      place: change.pointer,
      scope: [placeId(compared.place), change.subject ?? ''].join(' '),
    }),
  };
}

function tellReliance(level: DiffLevel, reliers: Told['reliers']): string {
  if (reliers === undefined) return '';
  if (reliers.length === 0) return '; no interaction relies on it';
  const told = tellReliers(reliers);
  return level === 'breaking' ? `; breaks ${told}` : `; ${told} ${reliers.length === 1 ? 'relies' : 'rely'} on it`;
}

const SIDES = {
  response: 'the new contract allows this payload, the old one refuses it',
  request: 'the old contract allows this payload, the new one refuses it',
} as const;

/** What a reader needs to judge a cause: why, the payload, whom it breaks, and the way without breaking anyone. */
export function detailsOf(cause: Told): NonNullable<Result['details']> {
  const { rule, level, witness, isHarm } = cause.first;
  const { all, reliers } = cause;
  const isUnshown = isHarm && witness === undefined;
  return {
    why: rule.because,
    ...(witness === undefined ? {} : { payload: witness.payload, witness: SIDES[rule.of] }),
    ...(isUnshown ? { witness: 'no payload was found that shows it' } : {}),
    ...(all.length > 1 ? { places: all.map(whereIs).join('\n') } : {}),
    ...(reliers === undefined || reliers.length === 0
      ? {}
      : { interactions: reliers.map(({ consumer, description }) => `${consumer}: ${description}`).join('\n') }),
    ...(level === 'breaking' && rule.instead !== undefined ? { instead: rule.instead } : {}),
  };
}
