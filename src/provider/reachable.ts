import { connect } from 'node:net';
import { Failure } from '../result';

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (isUp: boolean): void => {
      socket.destroy();
      settle(isUp);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);

/**
 * Waits until something listens at an URL, for `waitS` seconds at most.
 * @throws Failure (environment) where nothing does: Pact's own verifier would crash, or hang.
 */
export async function waitUntilReachable(url: URL, waitS: number, signal?: AbortSignal): Promise<void> {
  const until = Date.now() + waitS * 1000;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  while (!(await connects(host, portOf(url)))) {
    if (Date.now() >= until || signal?.aborted === true) {
      const waited = waitS > 0 ? ` within ${waitS} s` : '';
      const next = waitS > 0 ? 'See why it does not start.' : 'Start it, or give it time with --wait SECONDS.';
      throw new Failure('environment', `nothing answers at ${url.origin}${waited}`, next);
    }
    await pause(100);
  }
}
