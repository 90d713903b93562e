import { rootCertificates } from 'node:tls';
import { type Environment, openRequest } from '../proxies';

/** One call of a broker. */
export interface BrokerCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Certificates (PEM) that are trusted beside the usual ones. */
  readonly certificates: string | undefined;
  readonly timeoutMs: number;
  /** The variables that name proxies. */
  readonly proxies: Environment;
}

/** What a broker answered. */
export interface BrokerAnswer {
  readonly status: number;
  readonly text: string;
  /** The address that it came from, which is another one where the broker redirected. */
  readonly url: URL;
}

/** Brokers that moved, or stand behind a proxy that wants HTTPS, redirect a few times at most. */
const MOST_REDIRECTS = 5;

type Once = BrokerAnswer & { readonly location: string | undefined };

async function once({ method, url, body, certificates, timeoutMs, proxies, ...call }: BrokerCall): Promise<Once> {
  const headers = body === undefined ? call.headers : { ...call.headers, 'content-length': Buffer.byteLength(body) };
  const tls = certificates === undefined ? {} : { ca: [...rootCertificates, certificates] };
  const clock = AbortSignal.timeout(timeoutMs);
  const asked = { method, path: url.pathname + url.search, headers: { host: url.host, ...headers }, signal: clock };
  const request = await openRequest(url, asked, { tls, proxies, clock });
  return new Promise((settle, fail) => {
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const { statusCode: status = 0, headers: received } = response;
        settle({ status, text: Buffer.concat(chunks).toString('utf8'), url, location: received.location });
      });
    });
    request.on('error', fail);
    request.end(body);
  });
}

/** RFC 9110, 15.4: 307 and 308 repeat the call as it is; a call that only reads may follow the others too. */
const follows = (status: number, method: string): boolean =>
  status === 307 || status === 308 || (method === 'GET' && [301, 302, 303].includes(status));

/** Credentials are for one host and port: another one that a redirect names is not told them. */
function redirected(call: BrokerCall, location: string): BrokerCall {
  const url = new URL(location, call.url);
  const { authorization: _secret, ...others } = call.headers;
  return { ...call, url, headers: url.host === call.url.host ? call.headers : others };
}

/**
 * Sends a call, and follows redirects.
 * @throws whatever the connection fails with.
 */
export async function send(call: BrokerCall, left = MOST_REDIRECTS): Promise<BrokerAnswer> {
  const { location, ...answer } = await once(call);
  if (location === undefined || left === 0 || !follows(answer.status, call.method)) return answer;
  return send(redirected(call, location), left - 1);
}
