import { Library } from './library';
import { type Place, placeAt, placesIn, textAt } from './place';

/** The URL of a server, its variables filled with their defaults. */
const urlOf = (server: Place | undefined): string | undefined =>
  textAt(server, 'url')?.replace(
    /\{([^}]*)\}/g,
    (_, name: string) => textAt(server, 'variables', name, 'default') ?? name,
  );

/** The path that all operations share: of the first server, or Swagger's `basePath`. */
export function basePath(root: Place): string {
  const url = urlOf(placeAt(root, 'servers', 0)) ?? textAt(root, 'basePath') ?? '';
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return path === '' || path === '/' ? '' : `/${path.replace(/^\/+|\/+$/g, '')}`;
}

/** Of Swagger 2.0 one for each scheme; HTTPS where none is named. */
function swaggerUrls(root: Place): string[] {
  const host = textAt(root, 'host');
  if (host === undefined || host === '') return [];
  const schemes = placesIn(placeAt(root, 'schemes')).map(([, { value }]) => String(value));
  return (schemes.length === 0 ? ['https'] : schemes).map((scheme) => `${scheme}://${host}${basePath(root)}`);
}

/** Where a document says that its service answers. */
export interface DocumentServers {
  /** Absolute URLs, or paths. */
  readonly urls: readonly string[];
  /** The path before those of the document, as the operations that are read of it have it. */
  readonly basePath: string;
}

/** Reads where an OpenAPI document says that its service answers. @throws ContractError where it cannot be read. */
export function readServers(path: string): DocumentServers {
  const { root } = new Library(path);
  const urls = placesIn(placeAt(root, 'servers')).flatMap(([, server]) => urlOf(server) ?? []);
  return { urls: [...urls, ...swaggerUrls(root)], basePath: basePath(root) };
}
