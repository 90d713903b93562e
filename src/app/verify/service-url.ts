import { Failure } from '../../result';

/**
 * Reads the address of the service.
 * @throws Failure (usage) where it is no URL of HTTP, or has a query or a fragment.
 */
export function baseUrlOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && /[?#]/.test(given)) {
    const next = 'Leave it out: what every request carries stands in the contract, or in --header.';
    throw new Failure('usage', `the base URL ${url.origin}${url.pathname} has a query or a fragment`, next);
  }
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new Failure('usage', `${given} is no URL of a service`, 'Give it as --provider-base-url http://HOST:PORT.');
}

/** Returns an URL as `fetch` takes it: `user:password@` goes in a header. */
export function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href.replace(/\/$/, '');
}
