import { isJsonObject, type JsonObject, parseJson, stringifyJson } from '../contract';
import { type ExtraHeaders, injectedValues, withCredentials } from './credentials';
import type { Exchange, ReceivedResponse, SentRequest } from './exchange';
import { type SendOptions, send } from './http/send';
import { uninjectable } from './injected';
import type { PactInteraction } from './pact-interaction';
import { listen } from './proxy';
import { hidingLocation } from './replay/location';
import { numberIn } from './replay/numbered';
import { setUp, tearDown } from './states/in-order';
import type { StateKeeper, StateOutcome } from './states/keeper';

/** What happened while one interaction was replayed. */
export interface Played {
  /** What became of its states: of the first that was not done, else done. */
  readonly state: StateOutcome;
  readonly exchange?: Exchange;
}

/** What a stage stands before. */
export interface StageOptions extends SendOptions {
  readonly baseUrl: URL;
  readonly keeper: StateKeeper;
  readonly extraHeaders: ExtraHeaders;
  /** Whether to send a request once more, to see whether the answer is the same. */
  readonly repeats: (interaction: PactInteraction, exchange: Exchange) => boolean;
}

const json = (status: number, value: JsonObject): ReceivedResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(stringifyJson(value)),
});

/** Whether a request is made: one that changes nothing is where its state was declined, too. */
const isCalled = ({ kind }: StateOutcome, { method }: SentRequest): boolean =>
  kind === 'done' || (kind === 'declined' && (method === 'GET' || method === 'HEAD'));

/** A state whose values no request can carry has failed. */
function carried(interaction: PactInteraction, state: StateOutcome): StateOutcome {
  const message = state.kind === 'done' ? uninjectable(interaction, state.values) : undefined;
  return message === undefined ? state : { kind: 'failed', message };
}

/**
 * Stands between Pact's verifier and the live service for the interactions of one chunk: takes the states, hands on the
 * requests, and remembers what was said. It must be closed.
 */
export class Stage {
  private readonly seen = new Map<number, { state: StateOutcome; exchange?: Exchange }>();
  private current: number | undefined;
  private readonly servers: { readonly url: string; readonly close: () => Promise<void> }[] = [];

  constructor(
    private readonly interactions: readonly PactInteraction[],
    private readonly options: StageOptions,
  ) {}

  /** Starts both servers. */
  async open(): Promise<{ readonly url: string; readonly statesUrl: string }> {
    const proxy = await listen((request) => this.pass(request));
    this.servers.push(proxy);
    const states = await listen((request) => this.changeState(request));
    this.servers.push(states);
    return { url: proxy.url, statesUrl: states.url };
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
  }

  /** What happened to an interaction; `undefined` where the verifier did not come to it. */
  played(index: number): Played | undefined {
    return this.seen.get(index);
  }

  // A state that failed is answered with 200: Pact's verifier tries anything else again for two minutes.
  private async changeState(request: SentRequest): Promise<ReceivedResponse> {
    const asked = parseJson(request.body.toString());
    if (!isJsonObject(asked)) return json(400, {});
    const index = numberIn(String(asked['state']));
    const interaction = index === undefined ? undefined : this.interactions[index];
    if (index === undefined || interaction === undefined) return json(200, {});
    if (asked['action'] === 'teardown') return this.takeDown(index, interaction);
    this.current = index;
    const state = carried(interaction, await setUp(interaction.states, this.options.keeper));
    this.seen.set(index, { state });
    if (state.kind !== 'done') return json(200, {});
    const params = Object.assign({}, ...interaction.states.map((given) => given.params)) as JsonObject;
    return json(200, injectedValues({ ...params, ...state.values }, interaction));
  }

  private async takeDown(index: number, interaction: PactInteraction): Promise<ReceivedResponse> {
    const before = this.seen.get(index);
    if (before?.state.kind !== 'done') return json(200, {});
    const state = await tearDown(interaction.states, this.options.keeper);
    if (state.kind === 'failed') this.seen.set(index, { ...before, state });
    return json(200, {});
  }

  private async pass(request: SentRequest): Promise<ReceivedResponse> {
    const index = this.current;
    const interaction = index === undefined ? undefined : this.interactions[index];
    const before = index === undefined ? undefined : this.seen.get(index);
    if (index === undefined || interaction === undefined || before === undefined || !isCalled(before.state, request))
      return json(503, { message: 'the provider state was not set up' });
    const values = before.state.kind === 'done' ? before.state.values : {};
    const exchange = await this.exchange(request, interaction, values);
    this.seen.set(index, { ...before, exchange });
    if (exchange.response === undefined) return json(502, { message: exchange.failure ?? 'no answer' });
    return hidingLocation(exchange.response);
  }

  private async exchange(request: SentRequest, interaction: PactInteraction, values: JsonObject): Promise<Exchange> {
    const { baseUrl, extraHeaders, repeats } = this.options;
    const { connection: _own, ...headers } = withCredentials(request.headers, extraHeaders, values, interaction);
    const sent: SentRequest = { ...request, headers: { ...headers, host: baseUrl.host } };
    try {
      const exchange = { request: sent, response: await send(baseUrl, sent, this.options) };
      if (!repeats(interaction, exchange)) return exchange;
      return { ...exchange, repeated: await send(baseUrl, sent, this.options) };
    } catch (error) {
      return { request: sent, failure: (error as Error).message };
    }
  }
}
