import { BOTH, NARROWS, NEITHER, WIDENS } from '../effect';
import { INTEGER, inOperation } from '../example';
import type { ContractRow } from '../row';

/** Changes around what requests say. */
export const REQUESTS = {
  'required-request-body-added': {
    id: 'request-body-added-required',
    of: 'request',
    effect: BOTH,
    reverse: 'request-body-removed',
    says: 'now needs a body',
    because: 'Requests without one are refused.',
    example: inOperation({}, { request: { schema: { type: 'object' } } }),
  },
  'optional-request-body-added': {
    id: 'request-body-added-optional',
    of: 'request',
    effect: WIDENS,
    reverse: 'request-body-removed',
    says: 'may now have a body',
    example: inOperation({}, { request: { schema: { type: 'object' }, required: false } }),
  },
  'request-body-removed': {
    of: 'request',
    effect: NARROWS,
    reverse: ['required-request-body-added', 'optional-request-body-added'],
    says: 'no longer takes a body',
    because: 'What senders say in it is no longer heard.',
    example: inOperation({ request: { schema: { type: 'object' } } }, {}),
  },
  'request-body-became-required': {
    of: 'request',
    effect: NARROWS,
    reverse: 'request-body-became-optional',
    says: 'now needs its body',
    because: 'Requests without it are refused.',
    example: inOperation(
      { request: { schema: { type: 'object' }, required: false } },
      { request: { schema: { type: 'object' } } },
    ),
  },
  'request-body-became-optional': {
    of: 'request',
    effect: WIDENS,
    reverse: 'request-body-became-required',
    says: 'may now come without its body',
    example: inOperation(
      { request: { schema: { type: 'object' } } },
      { request: { schema: { type: 'object' }, required: false } },
    ),
  },
  'request-media-type-changed': {
    id: 'request-body-media-type-changed',
    of: 'request',
    effect: BOTH,
    says: 'is now {after}, and was {before}',
    because: 'Requests of the old media type are answered with 415.',
    example: inOperation(
      { request: { schema: { type: 'object' } } },
      { request: { schema: { type: 'object' }, mediaType: 'application/merge-patch+json' } },
    ),
  },
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
} as const satisfies Readonly<Record<string, ContractRow>>;
