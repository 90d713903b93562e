/** What the service sends: headers on lower-case names, the body as bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** What came to the service, of any operation. */
export interface Call {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Empty where there was none. */
  readonly body: Buffer;
}

/** A header's text, its values joined. */
export const headerOf = (call: Call, name: string): string | undefined => {
  const value = call.headers[name.toLowerCase()];
  return typeof value === 'string' || value === undefined ? value : value.join(', ');
};

/** The value of a cookie that came with a call. */
export function cookieOf(call: Call, name: string): string | undefined {
  const pairs = (headerOf(call, 'cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
