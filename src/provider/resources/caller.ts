import { setTimeout as pause } from 'node:timers/promises';
import { type JsonValue, type Operation, placeNames, stringifyJson, type WireText } from '../../contract';
import { type Exchange, headerOf, isSuccess } from '../exchange';
import type { PlannedCall } from '../explore/call';
import type { Departure, Performer } from '../explore/performer';
import type { ResourceOptions } from './sources';

/** What stands in the places of paths, by parameter. */
export type Ids = Readonly<Record<string, string>>;

/** What a call is sent with, beside what it must have. */
export interface Sent {
  readonly ids?: Ids;
  readonly body?: JsonValue;
  /** Instead of a body as JSON. */
  readonly bytes?: Buffer;
  /** Instead of the query's own, by name. */
  readonly query?: readonly WireText[];
  readonly headers?: Departure['headers'];
}

/** The longest wait that a service may ask for. */
const LONGEST_WAIT_MS = 60_000;
const MOST_WAITS = 5;

const TOO_MANY = 429;

/** How long a service that is called too often asks to wait (RFC 9110, section 10.2.3): seconds, or a date. */
function waitAsked({ response }: Exchange, now: number): number {
  const asked = response === undefined ? undefined : headerOf(response.headers, 'retry-after');
  const seconds = Number(asked ?? 1);
  const ms = Number.isNaN(seconds) ? Date.parse(asked ?? '') - now : seconds * 1000;
  return Number.isNaN(ms) ? 1000 : Math.max(0, ms);
}

/** A path with its places filled in. */
export const pathWith = (path: string, ids: Ids): string =>
  path.replace(/\{([^{}]+)\}/g, (place, name: string) =>
    ids[name] === undefined ? place : encodeURIComponent(ids[name]),
  );

/** All texts of a name: one may come several times. */
const textsNamed = (name: string, query: readonly WireText[]): { readonly value: string }[] =>
  query.filter(([other]) => other === name).map(([, value]) => ({ value }));

/** Calls operations within the bounds, waits where the service asks for it, counts, and removes what was created. */
export class Caller {
  private readonly counts = new Map<string, number>();
  private readonly undo: { readonly operation: Operation; readonly ids: Ids }[] = [];
  private readonly started = Date.now();
  /** All calls in their order, for what they cover. */
  readonly exchanges: Exchange[] = [];

  constructor(private readonly options: ResourceOptions) {}

  /** Whether exploring has to end: it was interrupted, or a bound is reached. */
  get isOver(): boolean {
    const { bounds, signal } = this.options;
    const isLate = bounds.timeMs !== undefined && Date.now() - this.started >= bounds.timeMs;
    return signal?.aborted === true || isLate || (bounds.calls !== undefined && this.exchanges.length >= bounds.calls);
  }

  /** How many calls of which kind were made, in words. */
  get tally(): string {
    return [...this.counts].map(([kind, times]) => `${times} ${kind}`).join(', ');
  }

  /** Makes a call. `kind` names it where calls are counted. */
  async call(kind: string, operation: Operation, sent: Sent = {}): Promise<Exchange> {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    const exchange = await this.patient(operation, sent);
    this.exchanges.push(exchange);
    return exchange;
  }

  /** The call as the stories of findings show it. */
  planned(operation: Operation, { ids = {}, query = [] }: Sent = {}): PlannedCall {
    const { request } = this.options.plainCall(operation);
    const texts = query.map(([name]) => [name, textsNamed(name, query)] as const);
    const path = pathWith(operation.path, ids);
    return { states: [], request: { ...request, path, query: { ...request.query, ...Object.fromEntries(texts) } } };
  }

  /** Remembers what is to be removed when all is done. */
  created(operation: Operation | undefined, ids: Ids): void {
    if (operation !== undefined && placeNames(operation.path).every((name) => ids[name] !== undefined))
      this.undo.push({ operation, ids });
  }

  /** Forgets what is no longer there. */
  removed(ids: Ids): void {
    const at = this.undo.findLastIndex((one) => stringifyJson(one.ids) === stringifyJson(ids));
    if (at !== -1) this.undo.splice(at, 1);
  }

  /** Removes all that was created, the last first; also after an interrupt. */
  async cleanUp(): Promise<void> {
    for (const { operation, ids } of this.undo.splice(0).reverse())
      await this.options.remover.call(this.planned(operation, { ids }), {});
  }

  private async patient(operation: Operation, sent: Sent): Promise<Exchange> {
    for (let waits = 0; ; waits += 1) {
      const exchange = await this.once(this.options.performer, operation, sent);
      if (exchange.response?.status !== TOO_MANY || waits === MOST_WAITS || this.isOver) return exchange;
      const ms = waitAsked(exchange, Date.now());
      if (ms > LONGEST_WAIT_MS) return exchange;
      await pause(ms, undefined, { signal: this.options.signal }).catch(() => undefined);
    }
  }

  private once(performer: Performer, operation: Operation, sent: Sent): Promise<Exchange> {
    const { body, bytes, headers = {} } = sent;
    const buffer = bytes ?? (body === undefined ? undefined : Buffer.from(stringifyJson(body)));
    const bare = buffer === undefined ? { 'content-type': undefined } : {};
    const departure = { headers: { ...bare, ...headers }, ...(buffer === undefined ? {} : { body: buffer }) };
    return performer.call(this.planned(operation, sent), {}, departure);
  }
}

/** Whether a call did what it was asked for. */
export const succeeded = ({ response }: Exchange): boolean => response !== undefined && isSuccess(response);
