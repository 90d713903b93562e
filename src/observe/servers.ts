/** Where a service answers, as far as it is said: an origin, and the path before those of its operations. */
export interface Server {
  /** `http://host:1234`; absent where any will do. */
  readonly origin?: string;
  /** Without a slash at its end; `''` where there is none. */
  readonly path: string;
}

const withoutSlash = (path: string): string => path.replace(/\/+$/, '');

/** Reads a server's URL; of `/v1` alone any origin will do. */
export function serverOf(url: string): Server {
  if (!URL.canParse(url)) return { path: withoutSlash(url.startsWith('/') || url === '' ? url : `/${url}`) };
  const { origin, pathname } = new URL(url);
  return { origin, path: withoutSlash(pathname) };
}

/** Where a request went. */
export interface Called {
  /** `http://host:1234`; `''` where the record does not say. */
  readonly origin: string;
  /** The path as it was sent. */
  readonly path: string;
  readonly query: string;
}

/** Reads the URL of a recorded request, absolute or only a path; `undefined` where it is neither. */
export function calledAt(url: string): Called | undefined {
  const found = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(url);
  if (found === null) return undefined;
  const [, origin = '', path = '', query = ''] = found;
  if (origin === '' && !path.startsWith('/')) return undefined;
  return { origin: origin === '' ? '' : normalOrigin(origin), path: path || '/', query };
}

/** Without a user, in lower case, without the port that goes without saying. */
const normalOrigin = (origin: string): string => {
  const plain = origin.replace(/^([^:]+:\/\/)[^/]*@/, '$1');
  if (!/[A-Z]|:(?:80|443)$/.test(plain)) return plain;
  return URL.canParse(plain) ? new URL(plain).origin : plain;
};

const LOOPBACK = /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;

/** Plain HTTP and TLS are two ways to one service; a WebSocket goes to the same host. */
const hostOf = (origin: string): string => origin.replace(/^[a-z]+:\/\//, '');

/** How the paths of a service's requests become those of its contract. */
export interface Addressing {
  /** Those that are judged; where none has an origin, whichever shows that it is the service. */
  readonly servers: readonly Server[];
  /** Whether they were asked for: then no other will do. */
  readonly isAsked: boolean;
  /** The path that stands before each path of the contract's operations. */
  readonly basePath: string;
}

/** The part of a path that comes after another one, both at whole segments. */
const after = (path: string, prefix: string): string | undefined =>
  prefix === '' || path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;

/**
 * The paths that a request may have in the contract, most likely first; none where it went to another host. A service of
 * a recording is often started on this machine, so that a loopback address will do unless a server was asked for.
 */
export function pathsFor({ origin, path }: Called, { servers, isAsked, basePath }: Addressing): string[] {
  const named = servers.filter((server) => server.origin !== undefined);
  const isAny = origin === '' || named.length === 0 || (!isAsked && LOOPBACK.test(origin));
  const own = servers.filter((server) => server.origin === undefined || hostOf(server.origin) === hostOf(origin));
  if (!isAny && own.length === 0) return [];
  const moved = (own.length > 0 ? own : servers).flatMap((server) => {
    const rest = after(path, server.path);
    return rest === undefined ? [] : [basePath + rest];
  });
  return [...new Set([...moved, path])];
}
