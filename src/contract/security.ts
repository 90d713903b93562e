/** One way in which a caller shows who it is. */
export type Credential =
  | { readonly scheme: 'bearer' | 'basic' }
  | { readonly scheme: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string };

/** One thing that an alternative asks for: a credential, in words by which it is the same in two contracts, and its scopes. */
export interface Demand {
  readonly credential: string;
  readonly scopes?: readonly string[];
}

/** One way to be admitted: with each of these. The empty one admits whoever calls. */
export type Alternative = readonly Demand[];

/** Names a credential by what the wire carries. */
export const credentialName = (credential: Credential): string =>
  credential.scheme === 'apiKey'
    ? `an API key in the ${credential.in} ${credential.name}`
    : `${credential.scheme} credentials`;

/** How a caller shows who it is; of `all` each at once. */
export type Security =
  | Credential
  | { readonly scheme: 'all'; readonly of: readonly Credential[] }
  | { readonly scheme: 'none' };

/** What a caller shows, one after another. */
export function credentialsOf(security: Security): readonly Credential[] {
  if (security.scheme === 'none') return [];
  return security.scheme === 'all' ? security.of : [security];
}

/** The header that carries a credential, in lower case; `undefined` where it is in the query. */
export function credentialHeader(credential: Credential): string | undefined {
  if (credential.scheme !== 'apiKey') return 'authorization';
  if (credential.in === 'cookie') return 'cookie';
  return credential.in === 'header' ? credential.name.toLowerCase() : undefined;
}
