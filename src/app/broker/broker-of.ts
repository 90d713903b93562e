import { accessTo, type BrokerAccess, Hal, setIn } from '../../broker';
import { Failure } from '../../result';
import type { BrokerOptions } from './options';

type Env = Readonly<Record<string, string | undefined>>;

/** The address of the broker that a pact lies at: what stands before its path. */
const rootOf = (pactUrl: string): string => pactUrl.replace(/\/pacts\/provider\/.*$/, '').replace(/[?#].*$/, '');

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

/** Credentials are for the broker that they were made for: a pact elsewhere is asked for without. */
function accessFor(pactUrl: string, certificates: string | undefined, env: Env): BrokerAccess {
  const home = setIn(env, 'PACT_BROKER_BASE_URL');
  if (home === undefined) return accessTo({ url: rootOf(pactUrl), certificates }, env);
  const isHome = hostOf(home) === hostOf(pactUrl);
  return accessTo({ url: isHome ? home : rootOf(pactUrl), certificates }, isHome ? env : {}, env);
}

/** One set of credentials is for one host. */
function demandOneHost(urls: readonly string[]): void {
  const hosts = [...new Set(urls.map((url) => hostOf(url) ?? url))];
  if (hosts.length < 2) return;
  const next = 'Verify those of each host on their own; leave --broker-url out where it is another host.';
  throw new Failure('usage', `the pacts are to be taken from several hosts: ${hosts.join(', ')}`, next);
}

/**
 * Returns the broker that was asked for, or the one that a pact lies at.
 * @throws Failure (usage) where there is neither, or where they are on several hosts.
 */
export function brokerOf({ url, pactUrls, certificates }: BrokerOptions, env: Env): Hal {
  const [pactUrl] = pactUrls ?? [];
  if (pactUrl !== undefined) demandOneHost([...(url === undefined ? [] : [url]), ...(pactUrls ?? [])]);
  if (url !== undefined) return new Hal(accessTo({ url, certificates }, env));
  if (pactUrl === undefined)
    throw new Failure('usage', 'no broker is named', 'Set PACT_BROKER_BASE_URL, or give --broker-url.');
  return new Hal(accessFor(pactUrl, certificates, env));
}
