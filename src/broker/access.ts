import { readFileSync } from 'node:fs';
import { Failure } from '../result';

type Env = Readonly<Record<string, string | undefined>>;

/** How to reach a broker: its URL without credentials, and the credentials apart. */
export interface BrokerAccess {
  readonly url: string;
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** A file of certificates (PEM) that are trusted beside the usual ones. */
  readonly certificates?: string | undefined;
  /** The variables that name proxies; they are honoured as curl does. */
  readonly proxies?: Env | undefined;
}

/** What the command line says about a broker. */
export interface AskedBroker {
  readonly url: string;
  readonly certificates?: string | undefined;
}

/** Returns the value of a variable; one that is set to nothing counts as not set. */
export const setIn = (env: Env, name: string): string | undefined => env[name] || undefined;

const WITH_SCHEME = /^https?:\/\//;

function parsed(url: string): URL {
  if (!WITH_SCHEME.test(url))
    throw new Failure('usage', `${url} is no URL of a broker: it does not begin with http:// or https://`, NEXT);
  if (URL.canParse(url)) return new URL(url);
  throw new Failure('usage', `${withoutCredentials(url)} is no URL of a broker`, NEXT);
}

const NEXT = 'Write it as --broker-url https://HOST, or set PACT_BROKER_BASE_URL to it.';

/** Returns the text with the credentials of each URL in it replaced. */
export const withoutCredentials = (text: string): string => text.replace(/\/\/[^/@\s]*@/g, '//***@');

const withoutSlash = (url: string): string => url.replace(/\/$/, '');

type Credentials = Pick<BrokerAccess, 'token' | 'username' | 'password'>;

const inUrl = ({ username, password }: URL): Credentials | undefined =>
  username === '' ? undefined : { username: decodeURIComponent(username), password: decodeURIComponent(password) };

/** Credentials in the URL that the environment names, where that is the same host. */
function atHome(target: URL, env: Env): Credentials | undefined {
  const home = setIn(env, 'PACT_BROKER_BASE_URL');
  if (home === undefined || !URL.canParse(home)) return undefined;
  const url = new URL(home);
  return url.host === target.host ? inUrl(url) : undefined;
}

/** Finds who asks: credentials in a URL count most, then a token, then a user with a password. */
function credentialsOf(target: URL, env: Env): Credentials {
  const token = setIn(env, 'PACT_BROKER_TOKEN');
  const named = { username: setIn(env, 'PACT_BROKER_USERNAME'), password: setIn(env, 'PACT_BROKER_PASSWORD') };
  return inUrl(target) ?? atHome(target, env) ?? (token === undefined ? named : { token });
}

/**
 * Returns how to reach a broker, by what was asked for and Pact's own variables.
 * @param proxies the variables that name proxies, where `env` is not to tell who asks.
 * @throws Failure (usage) where the URL is none.
 */
export function accessTo({ url, certificates }: AskedBroker, env: Env, proxies: Env = env): BrokerAccess {
  const target = parsed(url);
  const credentials = credentialsOf(target, env);
  target.username = '';
  target.password = '';
  const trusted = certificates ?? setIn(env, 'SSL_CERT_FILE') ?? setIn(env, 'NODE_EXTRA_CA_CERTS');
  return { url: withoutSlash(target.href), ...credentials, certificates: trusted, proxies };
}

/** Returns the header that says who asks, where anybody does. */
export function authorizationOf({ token, username, password }: BrokerAccess): Record<string, string> {
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` };
}

/**
 * Reads the certificates that are trusted beside the usual ones.
 * @throws Failure (usage) where the file cannot be read.
 */
export function certificatesOf({ certificates }: BrokerAccess): string | undefined {
  if (certificates === undefined) return undefined;
  try {
    return readFileSync(certificates, 'utf8');
  } catch (error) {
    const next = 'Name a PEM file by --ca FILE, or by SSL_CERT_FILE.';
    throw new Failure('usage', `the certificates in ${certificates} cannot be read: ${(error as Error).message}`, next);
  }
}

/** Returns the variables by which Pact's own client reaches the broker, so that no secret is an argument. */
export function clientVariables(access: BrokerAccess, env: Env): Record<string, string | undefined> {
  const { PACT_BROKER_TOKEN: _token, PACT_BROKER_USERNAME: _user, PACT_BROKER_PASSWORD: _password, ...others } = env;
  return {
    ...others,
    PACT_DO_NOT_TRACK: 'true',
    PACT_BROKER_BASE_URL: access.url,
    ...(access.token === undefined ? {} : { PACT_BROKER_TOKEN: access.token }),
    ...(access.username === undefined ? {} : { PACT_BROKER_USERNAME: access.username }),
    ...(access.password === undefined ? {} : { PACT_BROKER_PASSWORD: access.password }),
    ...(access.certificates === undefined ? {} : { SSL_CERT_FILE: access.certificates }),
  };
}
