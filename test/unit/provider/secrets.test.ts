import { headersOf, passwordsIn, secretsIn } from '../../../src/app/verify/headers';
import { maskOf } from '../../../src/provider';
import { credentialsIn } from '../../../src/provider/credentials';
import { withStateSecrets } from '../../../src/provider/secrets';

describe('secrets', () => {
  it('are the values of headers that carry credentials, with and without their scheme', () => {
    const headers = headersOf([
      'Authorization: Bearer s3cret',
      'X-Api-Key: k-123',
      'X-Tenant: user',
      'Cookie: sid=abcd',
    ]);
    const mask = maskOf(secretsIn(headers));
    expect(mask('Bearer s3cret, s3cret, k-123, sid=abcd, user')).toBe('***, ***, ***, ***, user');
  });

  it('are what a state gave by such a name', () => {
    const mask = withStateSecrets((text) => text, { token: 't-1234', id: 'u-1234', apiKey: 'k-1234', count: 1 });
    expect(mask('t-1234 u-1234 k-1234 1')).toBe('*** u-1234 *** 1');
  });

  it('are the passwords in URLs, which are sent as credentials', () => {
    const url = 'http://ada:pa%20ss@localhost/';
    expect(passwordsIn([url, undefined, 'no url', 'http://localhost'])).toEqual(['pa%20ss']);
    expect(credentialsIn(new URL(url))).toEqual({
      authorization: `Basic ${Buffer.from('ada:pa ss').toString('base64')}`,
    });
    expect(credentialsIn(new URL('http://localhost'))).toEqual({});
  });
});
