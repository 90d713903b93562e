import { BOTH, NARROWS, NEITHER, WIDENS } from '../effect';
import { inOperation, STRING } from '../example';
import type { ContractRow } from '../row';

const XML = { mediaType: 'application/xml' } as const;

/** Changes around what answers say. */
export const RESPONSES = {
  'success-status-removed': {
    id: 'response-success-status-removed',
    of: 'response',
    effect: NARROWS,
    reverse: 'success-status-added',
    level: 'breaking',
    policy: 'Readers wait for just this status.',
    says: 'no longer answers with {before}',
    example: inOperation({ responses: { '200': {}, '202': {} } }, { responses: { '200': {} } }),
  },
  'success-status-added': {
    id: 'response-success-status-added',
    of: 'response',
    effect: WIDENS,
    reverse: 'success-status-removed',
    level: 'warning',
    policy:
      'Clients treat a status that they do not know as the first of its class (RFC 9110, 15); a reader that asks for one status alone does not.',
    says: 'may now answer with {after}',
    example: inOperation({ responses: { '200': {} } }, { responses: { '200': {}, '202': {} } }),
  },
  'non-success-status-removed': {
    id: 'response-non-success-status-removed',
    of: 'response',
    effect: NARROWS,
    reverse: 'non-success-status-added',
    level: 'warning',
    policy: 'Another status comes in its place, and what is done for this one is done no more.',
    says: 'no longer answers with {before}',
    example: inOperation({ responses: { '200': {}, '409': {} } }, { responses: { '200': {} } }),
  },
  'non-success-status-added': {
    id: 'response-non-success-status-added',
    of: 'response',
    effect: WIDENS,
    reverse: 'non-success-status-removed',
    level: 'compatible',
    policy: 'Clients treat a status that they do not know as the first of its class (RFC 9110, 15).',
    says: 'may now answer with {after}',
    example: inOperation({ responses: { '200': {} } }, { responses: { '200': {}, '409': {} } }),
  },
  'response-media-type-changed': {
    of: 'response',
    effect: BOTH,
    says: 'is now {after}, and was {before}',
    because: 'Readers take the body for what it was.',
    example: inOperation(
      { responses: { '200': { schema: {} } } },
      { responses: { '200': { schema: {}, mediaType: 'application/problem+json' } } },
    ),
  },
  'response-media-type-removed': {
    of: 'response',
    effect: NARROWS,
    reverse: 'response-media-type-added',
    level: 'breaking',
    policy: 'Nothing new comes, yet who asks for this media type is answered with 406, or with another one.',
    says: 'no longer comes as {subject}',
    example: inOperation(
      { responses: { '200': { schema: {}, others: [XML] } } },
      { responses: { '200': { schema: {} } } },
    ),
  },
  'response-media-type-added': {
    of: 'response',
    effect: WIDENS,
    reverse: 'response-media-type-removed',
    level: 'compatible',
    policy: 'It comes to who asks for it (RFC 9110, 12.5.1).',
    says: 'may now come as {subject}, too',
    example: inOperation(
      { responses: { '200': { schema: {} } } },
      { responses: { '200': { schema: {}, others: [XML] } } },
    ),
  },
  'response-body-removed': {
    of: 'response',
    effect: BOTH,
    reverse: 'response-body-added',
    says: 'no longer has a body',
    because: 'Readers find nothing to read.',
    example: inOperation({ responses: { '200': { schema: {} } } }, { responses: { '200': {} } }),
  },
  'response-body-added': {
    of: 'response',
    effect: NEITHER,
    reverse: 'response-body-removed',
    says: 'now has a body',
    because: 'Nobody looks for it yet.',
    example: inOperation({ responses: { '200': {} } }, { responses: { '200': { schema: {} } } }),
  },
  'required-header-removed': {
    id: 'required-response-header-removed',
    of: 'response',
    effect: WIDENS,
    reverse: 'header-added',
    says: 'no longer has the {subject}',
    because: 'Who reads it meets answers without it.',
    example: inOperation(
      { responses: { '200': { headers: { ETag: { required: true, schema: STRING } } } } },
      { responses: { '200': {} } },
    ),
  },
  'optional-header-removed': {
    id: 'optional-response-header-removed',
    of: 'response',
    effect: NEITHER,
    reverse: 'header-added',
    level: 'warning',
    policy: 'A reader copes with its absence, yet what was done with it is not.',
    says: 'no longer has the {subject}',
    example: inOperation(
      { responses: { '200': { headers: { ETag: { required: false, schema: STRING } } } } },
      { responses: { '200': {} } },
    ),
  },
  'header-added': {
    id: 'response-header-added',
    of: 'response',
    effect: NEITHER,
    reverse: ['required-header-removed', 'optional-header-removed'],
    says: 'now has the {subject}',
    because: 'Readers pass over headers that they do not know.',
    example: inOperation(
      { responses: { '200': {} } },
      { responses: { '200': { headers: { ETag: { required: false, schema: STRING } } } } },
    ),
  },
  'header-became-optional': {
    id: 'response-header-became-optional',
    of: 'response',
    effect: WIDENS,
    reverse: 'header-became-required',
    says: 'may now come without the {subject}',
    because: 'Who takes it for granted meets answers without it.',
    example: inOperation(
      { responses: { '200': { headers: { ETag: { required: true, schema: STRING } } } } },
      { responses: { '200': { headers: { ETag: { required: false, schema: STRING } } } } },
    ),
  },
  'header-became-required': {
    id: 'response-header-became-required',
    of: 'response',
    effect: NARROWS,
    reverse: 'header-became-optional',
    says: 'now always has the {subject}',
    example: inOperation(
      { responses: { '200': { headers: { ETag: { required: false, schema: STRING } } } } },
      { responses: { '200': { headers: { ETag: { required: true, schema: STRING } } } } },
    ),
  },
} as const satisfies Readonly<Record<string, ContractRow>>;
