import type { ClientRequest, IncomingMessage } from 'node:http';
import { type Environment, openRequest, type TlsOptions } from '../../proxies';
import type { HeaderFields, ReceivedResponse, SentRequest } from '../exchange';
import { bodyOf, DEFAULT_MOST_BYTES } from './body-of';
import { flawsIn } from './flaws';

/** What the calls of a run share. */
export interface CallOptions {
  /** Where the proxies of the environment stand, as curl reads them; none where it is not given. */
  readonly proxies?: Environment | undefined;
  /** Certificates of one's own. */
  readonly tls?: TlsOptions | undefined;
  /** How many bytes of a body are read at most, once its content encoding is undone. */
  readonly mostBytes?: number | undefined;
}

/** Longer headers than Node takes by default, still far less than what fills a memory. */
const MOST_HEADER_BYTES = 131_072;

/** Node reads a status such as `000` as a number: the answer is refused, since no program could hand it on. */
function statusOf({ statusCode = 0, httpVersion }: IncomingMessage): number {
  if (statusCode === 101) throw new Error(switched({}));
  if (statusCode >= 100 && statusCode <= 999) return statusCode;
  const written = String(statusCode).padStart(3, '0');
  throw new Error(
    `it answered HTTP/${httpVersion} with the status ${written}, which HTTP does not have (RFC 9110, section 15)`,
  );
}

async function received(
  incoming: IncomingMessage,
  options: CallOptions,
  clock: AbortSignal,
): Promise<ReceivedResponse> {
  const status = statusOf(incoming);
  const body = await bodyOf(incoming, options.mostBytes ?? DEFAULT_MOST_BYTES, clock);
  const flaws = flawsIn(incoming.rawHeaders);
  const { headers } = incoming;
  return { status, headers, body, receivedAt: Date.now(), ...(flaws.length === 0 ? {} : { flaws }) };
}

/** A request on a connection of its own. */
function opened(baseUrl: URL, sent: SentRequest, options: CallOptions, clock: AbortSignal): Promise<ClientRequest> {
  const { proxies = {}, tls = {} } = options;
  const path = baseUrl.pathname.replace(/\/$/, '') + sent.target;
  const headers = sent.headers as NodeJS.Dict<string | string[]>;
  const request = { method: sent.method, path, headers, maxHeaderSize: MOST_HEADER_BYTES };
  return openRequest(baseUrl, request, { proxies, tls, clock });
}

/** Makes one call. @throws the error of the connection, of reading its answer, or the reason of the clock. */
export async function callOnce(
  baseUrl: URL,
  sent: SentRequest,
  options: CallOptions,
  clock: AbortSignal,
): Promise<ReceivedResponse> {
  clock.throwIfAborted();
  const outgoing = await opened(baseUrl, sent, options, clock);
  return new Promise((settle, fail) => {
    clock.addEventListener('abort', () => {
      outgoing.destroy();
      fail(clock.reason);
    });
    let isAnswered = false;
    outgoing.on('close', () => {
      // A body is still decoded after its last byte has come.
      if (!isAnswered) fail(new Error('the connection ended before there was an answer'));
    });
    outgoing.on('error', fail);
    // Without a listener Node closes the connection, and tells nobody.
    outgoing.on('upgrade', (incoming: IncomingMessage) => {
      fail(new Error(switched(incoming.headers)));
      outgoing.destroy();
    });
    outgoing.on('response', (incoming) => {
      isAnswered = true;
      received(incoming, options, clock).then(settle, (error: unknown) => {
        fail(error);
        outgoing.destroy();
      });
    });
    outgoing.end(sent.body);
  });
}

const switched = ({ upgrade }: HeaderFields): string =>
  `it switched protocols (status 101${upgrade === undefined ? '' : `, to ${String(upgrade)}`}) where an answer was due`;
