import { type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { credentialsIn } from '../credentials';
import type { HttpProxy } from './proxy-for';

/** Certificates that the calls of a run use, as PEM. */
export interface TlsOptions {
  /** Those whose signature is trusted, in place of what Node knows. */
  readonly ca?: string[] | undefined;
  /** What the client shows of itself. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80);

/** What the proxy itself is asked with: `user:password` of its URL. */
function credentialsFor({ url }: HttpProxy): Record<string, string> {
  const { authorization } = credentialsIn(url);
  return authorization === undefined ? {} : { 'proxy-authorization': authorization };
}

const address = ({ url }: HttpProxy): RequestOptions => ({
  protocol: url.protocol,
  hostname: hostOf(url),
  port: portOf(url),
});

/** How a plain HTTP request goes by a proxy: with the whole URL on its request line (RFC 9112, section 3.2.2). */
export const viaProxy = (proxy: HttpProxy, { host }: URL, { path, headers }: RequestOptions): RequestOptions => ({
  hostname: hostOf(proxy.url),
  port: portOf(proxy.url),
  path: `http://${host}${path}`,
  headers: { ...(headers as NodeJS.Dict<string>), ...credentialsFor(proxy) },
});

/** A connection through a proxy (RFC 9110, section 9.3.6). */
function tunnel(proxy: HttpProxy, url: URL, clock: AbortSignal): Promise<Duplex> {
  const target = `${url.hostname}:${portOf(url)}`;
  const ask = proxy.url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((settle, fail) => {
    const headers = { host: target, ...credentialsFor(proxy) };
    const asked = ask({ ...address(proxy), method: 'CONNECT', path: target, headers, agent: false, signal: clock });
    asked.on('error', fail);
    asked.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return settle(socket);
      socket.destroy();
      fail(new Error(`the proxy of ${proxy.variable} refused a tunnel to ${target} with ${statusCode}`));
    });
    asked.on('response', ({ statusCode }) => {
      asked.destroy();
      fail(new Error(`the proxy of ${proxy.variable} refused a tunnel to ${target} with ${statusCode}`));
    });
    asked.end();
  });
}

/** A TLS connection to the service, through a proxy. */
export async function tunnelled(proxy: HttpProxy, url: URL, tls: TlsOptions, clock: AbortSignal): Promise<TLSSocket> {
  const socket = await tunnel(proxy, url, clock);
  clock.addEventListener('abort', () => socket.destroy(), { once: true });
  return connectTls({ ...tls, socket, servername: hostOf(url) });
}
