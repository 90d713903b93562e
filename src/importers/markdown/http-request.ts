import type { Method } from '../../contract';
import { unescapeText } from './text';

const METHODS: readonly Method[] = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** `**Get** /pet/{id}` and `**get** /pet` are of the method `GET`; `undefined` for what a contract has no word for. */
export function methodOf(cell: string): Method | undefined {
  const [, word = ''] = /^\s*\*{0,2}([A-Za-z]+)\*{0,2}\s+\S/.exec(cell) ?? [];
  return METHODS.find((method) => method === word.toUpperCase());
}

/** The path of a request cell, behind that of the server. Retrofit's paths have no slash before them. */
export function pathOf(cell: string, base: string): string | undefined {
  const [, path] = /^\s*\*{0,2}[A-Za-z]+\*{0,2}\s+(\S.*)$/.exec(unescapeText(cell)) ?? [];
  if (path === undefined) return undefined;
  const rooted = path.trim().startsWith('/') ? path.trim() : `/${path.trim()}`;
  return /[?#\s]/.test(rooted) ? undefined : `${base}${rooted}`;
}
