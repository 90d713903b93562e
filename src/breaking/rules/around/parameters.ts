import { BOTH, NARROWS, NEITHER, WIDENS } from '../effect';
import { INTEGER, inOperation, STRING } from '../example';
import type { ContractRow } from '../row';

const IDS = { in: 'query', required: false, schema: { type: 'array', items: STRING } } as const;
const FILTER = { in: 'query', required: false, schema: STRING } as const;

/** Changes of parameters: which there are, and how they are written. */
export const PARAMETERS = {
  'parameter-removed': {
    id: 'request-parameter-removed',
    of: 'request',
    effect: NEITHER,
    reverse: ['required-parameter-added', 'optional-parameter-added'],
    level: 'warning',
    policy: 'The request is still taken, but what the sender asked for is not done.',
    says: 'no longer knows the {subject}',
    example: inOperation({ parameters: { page: { in: 'query', required: false, schema: INTEGER } } }, {}),
  },
  'required-parameter-added': {
    id: 'new-required-request-parameter',
    of: 'request',
    effect: NARROWS,
    reverse: 'parameter-removed',
    says: 'now needs the {subject}',
    because: 'Requests without it are refused, and nobody sends it yet.',
    instead: 'Make it optional, with a default.',
    example: inOperation({}, { parameters: { page: { in: 'query', required: true, schema: INTEGER } } }),
  },
  'optional-parameter-added': {
    id: 'new-optional-request-parameter',
    of: 'request',
    effect: WIDENS,
    reverse: 'parameter-removed',
    says: 'may now have the {subject}',
    example: inOperation({}, { parameters: { page: { in: 'query', required: false, schema: INTEGER } } }),
  },
  'parameter-became-required': {
    id: 'request-parameter-became-required',
    of: 'request',
    effect: NARROWS,
    reverse: 'parameter-became-optional',
    says: 'now needs the {subject}',
    because: 'Requests without it are refused from now on.',
    instead: 'Keep it optional, with a default.',
    example: inOperation(
      { parameters: { page: { in: 'query', required: false, schema: INTEGER } } },
      { parameters: { page: { in: 'query', required: true, schema: INTEGER } } },
    ),
  },
  'parameter-became-optional': {
    id: 'request-parameter-became-optional',
    of: 'request',
    effect: WIDENS,
    reverse: 'parameter-became-required',
    says: 'may now come without the {subject}',
    example: inOperation(
      { parameters: { page: { in: 'query', required: true, schema: INTEGER } } },
      { parameters: { page: { in: 'query', required: false, schema: INTEGER } } },
    ),
  },
  'parameter-moved': {
    id: 'request-parameter-moved',
    of: 'request',
    effect: BOTH,
    says: 'has its {subject} {after}, and had it {before}',
    because: 'Who sends it where it was is not heard, or refused.',
    instead: 'Take it in both places.',
    example: inOperation({ parameters: { page: FILTER } }, { parameters: { page: { ...FILTER, in: 'header' } } }),
  },
  'parameter-form-changed': {
    id: 'request-parameter-form-changed',
    of: 'request',
    effect: BOTH,
    says: 'has its {subject} written {after}, and had it {before}',
    because: 'What is written as before is read as another value.',
    instead: 'Add a parameter of another name for the new form.',
    example: inOperation({ parameters: { ids: IDS } }, { parameters: { ids: { ...IDS, explode: false } } }),
  },
  'parameter-reserved-allowed': {
    id: 'request-parameter-reserved-allowed',
    of: 'request',
    effect: WIDENS,
    reverse: 'parameter-reserved-refused',
    says: 'takes reserved characters in its {subject} as they are',
    example: inOperation({ parameters: { at: FILTER } }, { parameters: { at: { ...FILTER, allowReserved: true } } }),
  },
  'parameter-reserved-refused': {
    id: 'request-parameter-reserved-refused',
    of: 'request',
    effect: NARROWS,
    reverse: 'parameter-reserved-allowed',
    says: 'no longer takes reserved characters in its {subject} as they are',
    because: 'Who sends them as they are is cut off there, or refused.',
    example: inOperation({ parameters: { at: { ...FILTER, allowReserved: true } } }, { parameters: { at: FILTER } }),
  },
} as const satisfies Readonly<Record<string, ContractRow>>;
