import { BOTH, NARROWS, WIDENS } from '../effect';
import { inOperation } from '../example';
import type { ContractRow } from '../row';

const KEY = [{ credential: 'an API key in the header X-Key' }];
const READING = [{ credential: 'bearer credentials', scopes: ['read'] }];
const WRITING = [{ credential: 'bearer credentials', scopes: ['read', 'write'] }];

/** Changes of who is admitted: alternatives are a set of sets, with scopes. */
export const SECURITY = {
  'security-added': {
    id: 'api-security-added',
    of: 'request',
    effect: NARROWS,
    reverse: 'security-removed',
    says: 'now asks for {after}',
    because: 'Requests without it are answered with 401.',
    instead: 'Keep anonymous access as an alternative until all callers have credentials.',
    example: inOperation({}, { security: { scheme: 'bearer' } }),
  },
  'security-removed': {
    id: 'api-security-removed',
    of: 'request',
    effect: WIDENS,
    reverse: 'security-added',
    says: 'no longer asks for {before}',
    because: 'Who still sends it is taken as before.',
    example: inOperation({ security: { scheme: 'bearer' } }, {}),
  },
  'security-changed': {
    id: 'api-security-changed',
    of: 'request',
    effect: BOTH,
    says: 'asks for {after}, and did for {before}',
    because: 'Requests with the old credentials are answered with 401.',
    instead: 'Keep the old credentials as an alternative.',
    example: inOperation(
      { security: { scheme: 'bearer' } },
      { security: { scheme: 'apiKey', in: 'header', name: 'X-Key' } },
    ),
  },
  'security-alternative-removed': {
    id: 'api-security-alternative-removed',
    of: 'request',
    effect: NARROWS,
    reverse: 'security-alternative-added',
    says: 'no longer admits who shows {subject}: it asks for {after}',
    because: 'Callers who show nothing else are answered with 401.',
    instead: 'Keep it as an alternative until nobody uses it.',
    example: inOperation({ admits: [KEY, READING] }, { admits: [READING] }),
  },
  'security-alternative-added': {
    id: 'api-security-alternative-added',
    of: 'request',
    effect: WIDENS,
    reverse: 'security-alternative-removed',
    says: 'now admits who shows {subject}, too',
    because: 'Whoever was admitted before still is.',
    example: inOperation({ admits: [READING] }, { admits: [KEY, READING] }),
  },
  'security-scope-added': {
    id: 'api-security-scope-added',
    of: 'request',
    effect: NARROWS,
    reverse: 'security-scope-removed',
    says: 'now asks for the scope {subject}',
    because: 'Callers without it are answered with 403.',
    instead: 'Give the scope to all callers first.',
    example: inOperation({ admits: [READING] }, { admits: [WRITING] }),
  },
  'security-scope-removed': {
    id: 'api-security-scope-removed',
    of: 'request',
    effect: WIDENS,
    reverse: 'security-scope-added',
    says: 'no longer asks for the scope {subject}',
    because: 'Whoever was admitted before still is.',
    example: inOperation({ admits: [WRITING] }, { admits: [READING] }),
  },
} as const satisfies Readonly<Record<string, ContractRow>>;
