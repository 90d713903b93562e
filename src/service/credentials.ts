import type { Security } from '../contract';
import { type Call, headerOf } from './answer';

/** What a caller shows to be let in: `Basic` credentials are base64 already. */
export const secretOf = (security: Security, token: string): string =>
  security.scheme === 'basic' ? Buffer.from(`user:${token}`, 'utf8').toString('base64') : token;

const after = (text: string | undefined, scheme: string): string | undefined =>
  text?.toLowerCase().startsWith(`${scheme} `) === true ? text.slice(scheme.length + 1).trim() : undefined;

function cookie(call: Call, name: string): string | undefined {
  const pairs = (headerOf(call, 'cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function shown(security: Security, call: Call): string | undefined {
  if (security.scheme === 'none') return undefined;
  if (security.scheme !== 'apiKey') return after(headerOf(call, 'authorization'), security.scheme);
  if (security.in === 'cookie') return cookie(call, security.name);
  const value = security.in === 'header' ? headerOf(call, security.name) : call.query[security.name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a call carries what the operation's security asks for (RFC 6750 and RFC 7617 for the schemes by header). */
export const isAuthentic = (security: Security, call: Call, token: string): boolean =>
  security.scheme === 'none' || shown(security, call) === secretOf(security, token);
