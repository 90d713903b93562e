import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { SendOptions } from '../../provider';
import { Failure } from '../../result';

/** How often a connection is tried again that could not be made. */
const RETRIES = 3;

/** How the service is reached. */
export interface HttpOptions {
  /** Seconds that one exchange, or one state, may take; 30 where it is not given. */
  readonly timeout?: number | undefined;
  /** How many megabytes of a body are read at most, once its content encoding is undone; 100 where it is not given. */
  readonly maxBody?: number | undefined;
  /** A file of certificates, as PEM, that are trusted beside those that Node knows. */
  readonly ca?: string | undefined;
  /** The files of the client's own certificate and its key, as PEM. */
  readonly clientCert?: string | undefined;
  readonly clientKey?: string | undefined;
}

const MEGA = 1_000_000;

/** Timers of Node count milliseconds in 31 bits: a longer one would fire at once. */
const LONGEST = 2 ** 31 - 1;

function pem(path: string, option: string, cwd: string): string {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new Failure('usage', `${option} ${path} cannot be read: ${(error as Error).message}`, 'Check the path.');
  }
  if (text.includes('-----BEGIN ')) return text;
  throw new Failure('usage', `${option} ${path} is no PEM file`, 'Convert it: openssl x509 -in FILE -outform pem.');
}

function tlsOf({ ca, clientCert, clientKey }: HttpOptions, cwd: string): SendOptions['tls'] {
  if ((clientCert === undefined) !== (clientKey === undefined))
    throw new Failure('usage', 'a client certificate needs its key', 'Give both --client-cert and --client-key.');
  return {
    ...(ca === undefined ? {} : { ca: [...rootCertificates, pem(ca, '--ca', cwd)] }),
    ...(clientCert === undefined ? {} : { cert: pem(clientCert, '--client-cert', cwd) }),
    ...(clientKey === undefined ? {} : { key: pem(clientKey, '--client-key', cwd) }),
  };
}

/**
 * How calls to the service are made: with certificates read, and with the proxies of the environment.
 * @throws Failure (usage) where a certificate cannot be read.
 */
export function httpAccess(
  options: HttpOptions & { readonly signal?: AbortSignal | undefined },
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): SendOptions {
  const { timeout = 30, maxBody, signal } = options;
  return {
    timeoutMs: Math.min(timeout * 1000, LONGEST),
    retries: RETRIES,
    proxies: env,
    tls: tlsOf(options, cwd),
    ...(maxBody === undefined ? {} : { mostBytes: maxBody * MEGA }),
    ...(signal === undefined ? {} : { signal }),
  };
}
