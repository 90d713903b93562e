/** One way in which a caller shows who it is. */
export type Credential =
  | { readonly scheme: 'bearer' | 'basic' }
  | { readonly scheme: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string };

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
