import { headersOf, passwordsIn } from '../../../src/app/verify/headers';
import { isSecretName, maskOf, secretsIn } from '../../../src/provider';
import { secretsOf } from '../../../src/provider/secrets';
import { credentialsIn } from '../../../src/proxies';

describe('secrets', () => {
  it('are the values of headers that carry credentials, with and without their scheme', () => {
    const headers = headersOf([
      'Authorization: Bearer s3cret',
      'X-Api-Key: k-123',
      'X-Tenant: user',
      'Cookie: sid=abcd',
      'Accept: text/plain',
      'X-Pin: 12',
      'X-Corporate: hunter2',
    ]);
    const mask = maskOf(secretsIn(headers));
    expect(mask('Bearer s3cret, s3cret, k-123, sid=abcd, user')).toBe('***, ***, ***, ***, user');
    expect(mask('text/plain, 12 of 123, hunter2')).toBe('text/plain, *** of 123, ***');
  });

  it('are what a state gave by such a name', () => {
    const mask = maskOf(secretsOf({ token: 't-1234', id: 'u-1234', apiKey: 'k-1234', count: 1 }, isSecretName));
    expect(mask('t-1234 u-1234 k-1234 1')).toBe('*** u-1234 *** 1');
  });

  it('are the passwords in URLs, which are sent as credentials', () => {
    const url = 'http://ada:pa%20ss@localhost/';
    expect(passwordsIn([url, undefined, 'no url', 'http://localhost'])).toEqual(['pa%20ss', 'pa ss']);
    expect(credentialsIn(new URL(url))).toEqual({
      authorization: `Basic ${Buffer.from('ada:pa ss').toString('base64')}`,
    });
    expect(credentialsIn(new URL('http://localhost'))).toEqual({});
  });

  it('are masked however they are spelled, and whatever they hold', () => {
    const mask = maskOf(['a b/c', `it's "so"`, '$&', 'ab']);
    expect(mask('?q=a%20b%2Fc&r=a+b%2Fc')).toBe('?q=***&r=***');
    expect(mask(JSON.stringify({ a: `it's "so"` }))).toBe('{"a":"***"}');
    expect(mask('$& ab abc')).toBe('*** *** abc');
  });

  it('that become known later are masked from then on', () => {
    const known = new Set<string>();
    const mask = maskOf(known);
    expect(mask('later')).toBe('later');
    known.add('later');
    expect(mask('later')).toBe('***');
  });

  it('of states are found at any depth', () => {
    expect(secretsOf({ auth: { list: [{ jwt: { raw: 'x1' } }] }, pin: 42 }, isSecretName)).toEqual(['42', 'x1']);
  });
});
