import { type ClientRequest, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { credentialsIn } from './credentials-in';
import { type Environment, type HttpProxy, proxyFor } from './proxy-for';

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
const viaProxy = (proxy: HttpProxy, { host }: URL, { path, headers }: RequestOptions): RequestOptions => ({
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
async function tunnelled(proxy: HttpProxy, url: URL, tls: TlsOptions, clock: AbortSignal): Promise<TLSSocket> {
  const socket = await tunnel(proxy, url, clock);
  clock.addEventListener('abort', () => socket.destroy(), { once: true });
  return connectTls({ ...tls, socket, servername: hostOf(url) });
}

/** The way to a service: with which certificates, and by which proxies. */
export interface Way {
  readonly tls: TlsOptions;
  /** The variables that name proxies. */
  readonly proxies: Environment;
  /** Ends the connection, too. */
  readonly clock: AbortSignal;
}

/**
 * Opens a request on a connection of its own: directly, by a proxy, or by a tunnel through it, as curl would.
 * @param request its method, path and headers.
 * @throws Failure (usage) where a variable names what is no HTTP proxy; the error of the connection to a proxy.
 */
export async function openRequest(
  url: URL,
  request: RequestOptions,
  { tls, proxies, clock }: Way,
): Promise<ClientRequest> {
  const plain = { ...request, agent: false };
  const proxy = proxyFor(url, proxies);
  const direct = { ...plain, hostname: hostOf(url), port: url.port };
  if (url.protocol !== 'https:')
    return requestHttp(proxy === undefined ? direct : { ...plain, ...viaProxy(proxy, url, plain) });
  if (proxy === undefined) return requestHttps({ ...direct, ...tls });
  const socket = await tunnelled(proxy, url, tls, clock);
  return requestHttps({ ...direct, ...tls, createConnection: () => socket });
}
