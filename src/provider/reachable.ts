import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { proxyFor } from '../proxies';
import { Failure } from '../result';
import type { CallOptions } from './http/call-once';
import { reasonOf } from './http/reason';

/** How long one try may take, in milliseconds. */
const PATIENCE = 2000;

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);

function opened(url: URL, { tls }: CallOptions): Socket {
  const address = { host: hostOf(url), port: portOf(url) };
  return url.protocol === 'https:' ? connectTls({ ...address, ...tls, servername: hostOf(url) }) : connect(address);
}

/** Why nothing can be reached; `undefined` where something can. */
function fault(url: URL, options: CallOptions): Promise<Error | undefined> {
  return new Promise((settle) => {
    const socket = opened(url, options);
    const end = (error?: Error): void => {
      socket.destroy();
      settle(error);
    };
    socket.setTimeout(PATIENCE, () => end(new Error('it does not answer')));
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => end());
    socket.once('error', end);
  });
}

/** What does not get better by waiting: something is there, and TLS fails. */
const isOfTls = ({ code = '' }: NodeJS.ErrnoException): boolean => /^(?:ERR_|EPROTO|UNABLE_|CERT_|\w+_CERT)/.test(code);

/**
 * Waits until something listens at an URL, or at the proxy that leads to it, for `waitS` seconds at most.
 * @throws Failure (environment) where nothing does, or its certificate cannot be trusted.
 */
export async function waitUntilReachable(
  url: URL,
  waitS: number,
  options: CallOptions & { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const proxy = proxyFor(url, options.proxies ?? {});
  const target = proxy?.url ?? url;
  const until = Date.now() + waitS * 1000;
  for (;;) {
    const error = await fault(target, proxy === undefined ? options : {});
    if (error === undefined) return;
    if (isOfTls(error)) throw new Failure('environment', `${target.origin} cannot be used: ${reasonOf(error, target)}`);
    if (Date.now() >= until || options.signal?.aborted === true) {
      const waited = waitS > 0 ? ` within ${waitS} s` : '';
      const by = proxy === undefined ? '' : `, the proxy of ${proxy.variable} that leads to ${url.origin}`;
      const start = waitS > 0 ? 'See why it does not start.' : 'Start it, or give it time with --wait SECONDS.';
      const next = proxy === undefined ? start : 'Correct it, or name the service in NO_PROXY.';
      throw new Failure('environment', `nothing answers at ${target.origin}${by}${waited}`, next);
    }
    await pause(100);
  }
}
