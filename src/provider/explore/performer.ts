import type { JsonObject } from '../../contract';
import type { ExtraHeaders } from '../credentials';
import { curlOf } from '../curl';
import type { Exchange, SentRequest } from '../exchange';
import { type SendOptions, send } from '../http/send';
import type { Mask } from '../mask';
import type { PactState } from '../pact-interaction';
import { secretHeaders } from '../secrets';
import { setUp, tearDown } from '../states/in-order';
import type { StateKeeper, StateOutcome } from '../states/keeper';
import { filledText, type PlannedCall } from './call';

/** What a performer speaks to. */
export interface PerformerOptions extends SendOptions {
  readonly baseUrl: URL;
  readonly keeper: StateKeeper;
  readonly extraHeaders: ExtraHeaders;
}

/** How a call departs from the one that was planned. */
export interface Departure {
  /** The body as bytes; none where it is not given. */
  readonly body?: Buffer;
  /** Instead of the planned ones, by lower-case name; `undefined` leaves the header out. */
  readonly headers?: { readonly [name: string]: string | undefined };
}

/** The path, with what the setups of states gave. */
const pathOf = ({ path, pathExpression }: PlannedCall['request'], values: JsonObject): string =>
  pathExpression === undefined ? path : filledText({ value: path, expression: pathExpression }, values);

/** Brings a live service into states, and calls it. */
export class Performer {
  constructor(private readonly options: PerformerOptions) {}

  get baseUrl(): URL {
    return this.options.baseUrl;
  }

  /** The headers whose values no report may hold. */
  get hiddenHeaders(): ExtraHeaders {
    return secretHeaders(this.options.extraHeaders);
  }

  /** The commands that set states up by hand; none where states are no calls over HTTP. */
  setUpCommands(states: readonly PactState[], mask: Mask): string[] {
    const { callFor } = this.options.keeper;
    if (callFor === undefined) return [];
    const calls = states.map(({ name, params }) => callFor(name, params, 'setup'));
    return calls.map(({ baseUrl, request }) => curlOf(request, baseUrl, { mask, variables: 'STATES_' }));
  }

  /** Sets states up in order; the first that is not done is the outcome. */
  setUp(states: readonly PactState[]): Promise<StateOutcome> {
    return setUp(states, this.options.keeper);
  }

  /** Takes states down in reverse; what a service does not know how to take down is no matter. */
  tearDown(states: readonly PactState[]): Promise<StateOutcome> {
    return tearDown(states, this.options.keeper);
  }

  /** Sends a planned request with the values of the states put in. Why there is no answer is in the exchange. */
  async call({ request }: PlannedCall, values: JsonObject, departure: Departure = {}): Promise<Exchange> {
    const sent = this.sent(request, values, departure);
    try {
      return { request: sent, response: await send(this.options.baseUrl, sent, this.options) };
    } catch (error) {
      return { request: sent, failure: (error as Error).message };
    }
  }

  /** Sends the same request once more. */
  async again(exchange: Exchange): Promise<Exchange> {
    try {
      return { ...exchange, repeated: await send(this.options.baseUrl, exchange.request, this.options) };
    } catch {
      // The first answer is what was asked for; a broken connection says nothing of the second.
      return exchange;
    }
  }

  private sent(request: PlannedCall['request'], values: JsonObject, { body, headers = {} }: Departure): SentRequest {
    const filled = (texts: PlannedCall['request']['headers']): [string, string][] =>
      Object.entries(texts).map(([name, text]) => [name, filledText(text, values)]);
    const query = new URLSearchParams(
      Object.entries(request.query).flatMap(([name, texts]) =>
        texts.map((text): [string, string] => [name, filledText(text, values)]),
      ),
    );
    const fields = Object.fromEntries(filled(request.headers).map(([name, value]) => [name.toLowerCase(), value]));
    const all = { accept: 'application/json', ...fields, ...this.options.extraHeaders, ...headers };
    const kept = Object.entries(all).filter(([, value]) => value !== undefined);
    return {
      method: request.method,
      target: pathOf(request, values) + (query.size === 0 ? '' : `?${query}`),
      headers: {
        ...Object.fromEntries(kept),
        host: this.options.baseUrl.host,
        'content-length': String(body?.length ?? 0),
      },
      body: body ?? Buffer.alloc(0),
    };
  }
}
