import { BOTH, NARROWS, WIDENS } from '../effect';
import { inOperation } from '../example';
import type { ContractRow } from '../row';

const ANYTHING = { schema: { type: 'object' } } as const;

/** Changes around the bodies of requests. */
export const REQUESTS = {
  'required-request-body-added': {
    id: 'request-body-added-required',
    of: 'request',
    effect: BOTH,
    reverse: 'request-body-removed',
    says: 'now needs a body',
    because: 'Requests without one are refused.',
    instead: 'Make the body optional.',
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
    instead: 'Keep the body optional.',
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
    instead: 'Take the old media type beside the new one.',
    example: inOperation(
      { request: { schema: { type: 'object' } } },
      { request: { schema: { type: 'object' }, mediaType: 'application/merge-patch+json' } },
    ),
  },
  'request-media-type-removed': {
    id: 'request-body-media-type-removed',
    of: 'request',
    effect: NARROWS,
    reverse: 'request-media-type-added',
    says: 'is no longer taken as {subject}',
    because: 'Requests of this media type are answered with 415.',
    instead: 'Keep taking it until nobody sends it.',
    example: inOperation(
      { request: ANYTHING, otherContent: { required: true, types: [{ mediaType: 'application/xml' }] } },
      { request: ANYTHING },
    ),
  },
  'request-media-type-added': {
    id: 'request-body-media-type-added',
    of: 'request',
    effect: WIDENS,
    reverse: 'request-media-type-removed',
    says: 'is now taken as {subject}, too',
    example: inOperation(
      { request: ANYTHING },
      { request: ANYTHING, otherContent: { required: true, types: [{ mediaType: 'application/xml' }] } },
    ),
  },
} as const satisfies Readonly<Record<string, ContractRow>>;
