import type { Operation } from '../contract';

/**
 * A path of a contract as the router takes it: `{name}` as `:p0`, since names may hold what a router has marks for; as
 * a regular expression where more of the segment follows.
 */
export function routeOf({ path }: Operation): { url: string; names: readonly string[] } {
  const names: string[] = [];
  const parts = path.split(/(\{[^{}]+\})/);
  const url = parts
    .map((part, index) => {
      if (!/^\{.+\}$/.test(part)) return part.replaceAll(':', '::');
      names.push(part.slice(1, -1));
      const isLast = /^(?:\/|$)/.test(parts[index + 1] ?? '');
      return `:p${names.length - 1}${isLast ? '' : '(^[^/]+?)'}`;
    })
    .join('');
  return { url: url.startsWith('/') ? url : `/${url}`, names };
}

/** The parameters of a path under the names that the contract has for them. */
export const named = (parameters: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, index) => [name, parameters[`p${index}`] ?? '']));
