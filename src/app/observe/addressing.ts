import { resolve } from 'node:path';
import { isDocument, readServers } from '../../importers';
import type { Addressing } from '../../observe';
import { serverOf } from '../../observe';

/** Documents that say where their service answers. */
const OPENAPI = /\.(?:ya?ml|json)$/i;

/** Whether a reference is to a document as a whole, which says that it is all of the API. */
export const isWholeDocument = (reference: string): boolean => OPENAPI.test(reference);

/** Where the service of a reference answers: as was asked for, else as its document says. */
export function addressingOf(reference: string, asked: readonly string[], cwd: string): Addressing {
  const [path = ''] = reference.split('#');
  const file = resolve(cwd, path);
  const isOpenApi = OPENAPI.test(path) && isDocument(file);
  const { urls, basePath } = isOpenApi ? readServers(file) : { urls: [], basePath: '' };
  const servers = asked.length > 0 ? asked : urls;
  return { servers: servers.map(serverOf), isAsked: asked.length > 0, basePath };
}
