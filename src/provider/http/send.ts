import { setTimeout as pause } from 'node:timers/promises';
import type { ReceivedResponse, SentRequest } from '../exchange';
import { type CallOptions, callOnce } from './call-once';
import { reasonOf } from './reason';
import { unsendable } from './unsendable';

/** How calls to the live service are made. */
export interface SendOptions extends CallOptions {
  /** How long one exchange may take, from connecting to the last byte of its answer, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a connection is tried again that could not be made. An answer, whatever it is, is never asked for again. */
  readonly retries: number;
  /** Ends the exchange at once. */
  readonly signal?: AbortSignal | undefined;
}

/** Errors of a connection that was never made, so that the service cannot have seen the request. */
const isUnconnected = (error: unknown): boolean =>
  ['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes((error as NodeJS.ErrnoException).code ?? '');

async function tried(baseUrl: URL, sent: SentRequest, options: SendOptions, clock: AbortSignal) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callOnce(baseUrl, sent, options, clock);
    } catch (error) {
      if (attempt > options.retries || !isUnconnected(error)) throw error;
      await pause(50 * attempt, undefined, { signal: clock });
    }
  }
}

/**
 * Sends a request to the live service, on a connection of its own. One clock runs over the whole exchange, whatever the
 * service does: it stalls, drips, switches protocols, or never ends.
 * @throws an error whose message says why there is no whole answer.
 */
export async function send(baseUrl: URL, sent: SentRequest, options: SendOptions): Promise<ReceivedResponse> {
  const fault = unsendable(sent);
  if (fault !== undefined) throw new Error(fault);
  const clock = new AbortController();
  const late = new Error(`there was no whole answer within ${options.timeoutMs / 1000} s`);
  const timer = setTimeout(() => clock.abort(late), options.timeoutMs);
  const signal = options.signal === undefined ? clock.signal : AbortSignal.any([clock.signal, options.signal]);
  try {
    return await tried(baseUrl, sent, options, signal);
  } catch (error) {
    throw new Error(
      signal.aborted ? (clock.signal.aborted ? late.message : 'it was interrupted') : reasonOf(error, baseUrl),
      {
        cause: error,
      },
    );
  } finally {
    clearTimeout(timer);
  }
}
