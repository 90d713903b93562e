import { NARROWS, NEITHER, WIDENS } from '../effect';
import { object, STRING } from '../example';
import type { SchemaRow } from '../row';

const NAMED = object({ id: STRING });
const OVERLAPPING = { oneOf: [object({ id: STRING }), object({ id: STRING, name: STRING }, ['id'])] } as const;

/** What only a payload shows, as where branches of a union overlap; and what nobody here can judge. */
export const PAYLOADS = {
  'payload-allowed': {
    effect: WIDENS,
    reverse: 'payload-refused',
    says: 'may now be {after}, which was refused before',
    example: [OVERLAPPING, NAMED],
    response: {
      because: 'The old contract refuses this answer: a reader was told that it never comes.',
      instead: 'Let a member of one fixed value tell the branches apart, or close them.',
    },
  },
  'payload-refused': {
    effect: NARROWS,
    reverse: 'payload-allowed',
    says: 'may no longer be {before}, which was allowed before',
    example: [NAMED, OVERLAPPING],
    request: {
      because: 'The new contract refuses this request, and the old one allows it.',
      instead: 'Let a member of one fixed value tell the branches apart, or use anyOf.',
    },
  },
  'unjudged-changed': {
    effect: NEITHER,
    says: 'changed in its {subject}, which cannot be judged',
    level: 'warning',
    policy: 'What the document says there is not supported: look at it by hand.',
    example: [
      { ...STRING, 'x-unsaid': 'not 111111111111' },
      { ...STRING, 'x-unsaid': 'not 222222222222' },
    ],
  },
} as const satisfies Readonly<Record<string, SchemaRow>>;
