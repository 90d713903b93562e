import type { PactInteraction } from '../../../src/provider';
import { endpointOf } from '../../../src/provider/endpoint';

const interaction = (path: string): PactInteraction =>
  ({ consumer: 'console', method: 'PUT', path, status: 200 }) as PactInteraction;

describe('the endpoint of an interaction', () => {
  it.each([
    ['/v3/users/me', 'console PUT /v3/users/me 200'],
    ['/v3/users/01619571e2e90242ac12000600000001', 'console PUT /v3/users/{} 200'],
    ['/v3/accounts/01619571-e2e9-0242-ac12-000600000000/users/7', 'console PUT /v3/accounts/{}/users/{} 200'],
    ['/notification-preferences', 'console PUT /notification-preferences 200'],
  ])('%s is %s', (path, endpoint) => {
    expect(endpointOf(interaction(path))).toBe(endpoint);
  });
});
