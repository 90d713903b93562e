import { NEITHER } from '../effect';
import { STRING, value } from '../example';
import type { SchemaRow } from '../row';

const ENDING = { type: 'string', deprecated: true } as const;

/** Changes of what is announced of values. */
export const ENDS = {
  deprecated: {
    effect: NEITHER,
    reverse: 'reactivated',
    says: 'is now deprecated',
    example: value(STRING, ENDING),
    response: 'It comes as before: look for what takes its place.',
    request: 'It is taken as before: look for what takes its place.',
  },
  reactivated: {
    effect: NEITHER,
    reverse: 'deprecated',
    says: 'is no longer deprecated',
    example: value(ENDING, STRING),
    response: 'It comes as before.',
    request: 'It is taken as before.',
  },
} as const satisfies Readonly<Record<string, SchemaRow>>;
