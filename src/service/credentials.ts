import { type Credential, credentialsOf, type Security } from '../contract';
import { type Call, cookieOf, headerOf } from './answer';

/** What a caller shows to be let in, the same in all places: `Basic` credentials are base64 already. */
export function secretOf(security: Security, token: string): string {
  const isBasic = credentialsOf(security).some(({ scheme }) => scheme === 'basic');
  return isBasic ? Buffer.from(`user:${token}`, 'utf8').toString('base64') : token;
}

const after = (text: string | undefined, scheme: string): string | undefined =>
  text?.toLowerCase().startsWith(`${scheme} `) === true ? text.slice(scheme.length + 1).trim() : undefined;

function shown(credential: Credential, call: Call): string | undefined {
  if (credential.scheme !== 'apiKey') return after(headerOf(call, 'authorization'), credential.scheme);
  if (credential.in === 'cookie') return cookieOf(call, credential.name);
  const value = credential.in === 'header' ? headerOf(call, credential.name) : call.query[credential.name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a call carries what the operation's security asks for (RFC 6750 and RFC 7617 for the schemes by header). */
export const isAuthentic = (security: Security, call: Call, token: string): boolean =>
  credentialsOf(security).every((credential) => shown(credential, call) === secretOf(security, token));
