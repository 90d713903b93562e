import {
  credentialHeader,
  credentialsOf,
  type JsonObject,
  type Operation,
  type Response,
  stringifyJson,
} from '../../contract';
import type { Finding } from '../../result';
import type { Exchange } from '../exchange';
import { judge } from '../judge';
import { anotherResource } from './another-resource';
import { answerFinding, htmlFindings } from './answer-finding';
import { Buckets, type Found } from './bucket';
import type { PlannedCall } from './call';
import { contrary } from './contrary';
import type { Explored, ExploreOptions, FamilyOutcome } from './family';
import { isInterrupted } from './interrupted';
import { invalidText } from './invalid-text';
import type { Departure } from './performer';
import { storedPart } from './plans';
import { refusalStatus } from './refusal-status';
import type { Story } from './story';
import { changedBy } from './unchanged';

/** A call that must be refused, whatever it asks for. */
interface Refused {
  readonly name: string;
  /** Which of the operation's answers names the states that it needs. */
  readonly from: (operation: Operation) => Response | undefined;
  readonly departure: (body: Buffer, operation: Operation) => Departure;
  /** What it must be answered with; any client error where it is not given. */
  readonly status?: string;
  /** Whether any answer will do that is no failure of the service: limits of size or type are nobody's promise. */
  readonly mayPass?: true;
  /** Whether there is a resource before the call, which must then be as it was. */
  readonly leavesAsSetUp?: true;
  /** The member by which the call names another resource than the one that is there. */
  readonly elsewhere?: string;
}

/** The headers that are an operation's credentials; none where they are no header's own, or not needed. */
const credentialHeaders = ({ security }: Operation): string[] =>
  credentialsOf(security)
    .map(credentialHeader)
    .filter((name) => name !== undefined)
    .filter((name) => name !== 'cookie');

const secured = (operation: Operation): Response | undefined =>
  credentialHeaders(operation).length === 0 ? undefined : successful(operation);

/** The body with other credentials; with none where there is no value. */
const withCredentials =
  (value?: string) =>
  (body: Buffer, operation: Operation): Departure => ({
    body,
    headers: Object.fromEntries(credentialHeaders(operation).map((name) => [name, value])),
  });

const withStatus =
  (status: string) =>
  (operation: Operation): Response | undefined =>
    operation.responses.find((response) => response.status === status && response.states.length > 0);

const successful = (operation: Operation): Response | undefined =>
  operation.responses.find(({ status, states }) => status.startsWith('2') && states.length > 0);

/** Deeper than any body is meant, and not as deep as common parsers give up at. */
const DEPTH = 500;

const OVERSIZED = 8 * 1024 * 1024;

const oversized = (): Buffer => Buffer.from(`{"unknown":"${'x'.repeat(OVERSIZED)}"}`);

/** The calls, those that need a state of their own first. */
const REFUSED: readonly Refused[] = [
  { name: 'an unknown resource', from: withStatus('404'), departure: (body) => ({ body }), status: '404' },
  {
    name: 'what another resource has',
    from: withStatus('409'),
    departure: (body) => ({ body }),
    status: '409',
    leavesAsSetUp: true,
  },
  { name: 'a caller that may not', from: withStatus('403'), departure: (body) => ({ body }), status: '403' },
  { name: 'no credentials', from: secured, departure: withCredentials(), status: '401', leavesAsSetUp: true },
  {
    name: 'wrong credentials',
    from: secured,
    departure: withCredentials('Bearer invalid-token'),
    status: '401',
    leavesAsSetUp: true,
  },
  {
    name: 'another scheme of credentials',
    from: secured,
    departure: withCredentials('Basic d3Jvbmc6d3Jvbmc='),
    status: '401',
  },
  { name: 'broken JSON', from: successful, departure: () => ({ body: Buffer.from('{"email":') }) },
  { name: 'a body that is no object', from: successful, departure: () => ({ body: Buffer.from('[]') }) },
  {
    name: 'another content type',
    from: successful,
    mayPass: true,
    departure: () => ({ body: Buffer.from('<user/>'), headers: { 'content-type': 'application/xml' } }),
  },
  { name: 'an oversized body', from: successful, mayPass: true, departure: () => ({ body: oversized() }) },
  {
    name: 'a deep body',
    mayPass: true,
    from: successful,
    departure: () => ({ body: Buffer.from(`${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`) }),
  },
];

/** A text of the operation's own requests that is no UTF-8; none where they have no text. */
function withInvalidText(operation: Operation, options: ExploreOptions): Refused[] {
  const text = invalidText(operation, options);
  if (text === undefined) return [];
  const { body, mayPass } = text;
  return [{ name: 'invalid UTF-8', from: successful, departure: () => ({ body }), ...(mayPass && { mayPass }) }];
}

/** The calls of an operation: those of all, and the paths that differ in one member from that of the resource. */
const refusedIn = (operation: Operation, options: ExploreOptions): Refused[] => [
  ...REFUSED,
  ...withInvalidText(operation, options),
  ...(operation.update?.identity ?? []).map((pointer): Refused => {
    const name = `the path of a resource with another ${pointer.slice(1)}`;
    return { name, from: successful, departure: (body) => ({ body }), leavesAsSetUp: true, elsewhere: pointer };
  }),
];

/** What is wrong with the answer to a call that had to be refused. */
function misanswered(refused: Refused, exchange: Exchange, operation: Operation): Finding[] {
  const { response } = exchange;
  const scope = `${operation.id} ${refused.name}`;
  const expected = refused.status ?? 'a client error (4xx)';
  // A service may well close the connection on a body that it does not want to read.
  if (response === undefined)
    return refused.mayPass
      ? []
      : [answerFinding('no-answer', `${refused.name}: there is no answer`, expected, exchange, scope)];
  if (response.status >= 500)
    return [answerFinding('server-error', `${refused.name} makes the service fail`, expected, exchange, scope)];
  const html = htmlFindings(exchange, refused.name, scope);
  if (refused.mayPass || html.length > 0) return html;
  const isRefused = refused.status === undefined ? response.status >= 400 : String(response.status) === refused.status;
  if (isRefused) return [];
  return [
    answerFinding('not-refused', `${refused.name} is answered with ${response.status}`, expected, exchange, scope),
  ];
}

/** A call that is to be refused, and what it is about. */
interface Trying {
  readonly refused: Refused;
  readonly before: JsonObject;
  readonly request: JsonObject;
  readonly explored: Explored;
  readonly options: ExploreOptions;
}

interface Tried {
  readonly exchange: Exchange;
  readonly found: readonly Found[];
}

/** The call as it is made: elsewhere, it goes to the path of a resource that is not there. */
function calledIn(planned: PlannedCall, response: Response, trying: Trying): PlannedCall | undefined {
  const { refused, before, request, explored, options } = trying;
  if (refused.elsewhere === undefined) return planned;
  const sources = { before: anotherResource(before, refused.elsewhere), request };
  const elsewhere = options.callFor(explored.operation, response, sources)?.request;
  const isOther = elsewhere !== undefined && elsewhere.path !== planned.request.path;
  return isOther ? { ...planned, request: elsewhere } : undefined;
}

/** The call that must be refused, and how the resource is reached by who may. */
interface Calls {
  readonly called: PlannedCall;
  readonly planned: PlannedCall;
}

async function tryIn({ called, planned }: Calls, values: JsonObject, trying: Trying): Promise<Tried> {
  const { refused, before, request, explored, options } = trying;
  const { operation } = explored;
  const departure = refused.departure(Buffer.from(stringifyJson(request)), operation);
  const exchange = await options.performer.call(called, values, departure);
  const wrong = misanswered(refused, exchange, operation);
  // What the contract says of errors holds where it names the status; others (413, 415) are no promise.
  const isAgreed = operation.responses.some(({ status }) => status === String(exchange.response?.status));
  const held = wrong.length > 0 || !isAgreed ? [] : judge(options.reference, exchange, undefined, options.turnedOff);
  const expected = { status: refused.status ?? refusalStatus(operation) };
  const story: Story = { planned, values, exchanges: [exchange], expected };
  const found = [...wrong, ...held].map((finding) => ({ finding, story }));
  if (wrong.length > 0 || refused.leavesAsSetUp !== true) return { exchange, found };
  const changed = await changedBy({ planned, before, story, what: refused.name }, explored, options);
  return { exchange, found: [...found, ...changed] };
}

async function tried(trying: Trying): Promise<Tried | undefined> {
  const { refused, explored, options } = trying;
  const { operation } = explored;
  const response = refused.from(operation);
  const planned = response === undefined ? undefined : options.callFor(operation, response, trying);
  const called = planned === undefined ? undefined : calledIn(planned, response as Response, trying);
  if (planned === undefined || called === undefined) return undefined;
  const state = await options.performer.setUp(planned.states);
  // A state that fails is told by the updates; one that is declined makes this call impossible.
  if (state.kind !== 'done') return undefined;
  try {
    return await tryIn({ called, planned }, state.values, trying);
  } finally {
    await options.performer.tearDown(planned.states);
  }
}

/** Callers and bodies that must be refused, and never with a failure of the service or an HTML page. */
export async function exploreRefusals(explored: Explored, options: ExploreOptions): Promise<FamilyOutcome> {
  const { operation } = explored;
  const buckets = new Buckets(options.turnedOff);
  const exchanges: Exchange[] = [];
  const [answer] = options.answersOf(operation);
  if (answer === undefined) return { name: `${operation.id} refusals`, buckets, calls: 0, exchanges };
  const before = storedPart(answer, explored);
  const request = contrary(options.updatesOf(operation), before);
  for (const refused of refusedIn(operation, options)) {
    if (isInterrupted(options)) break;
    const done = await tried({ refused, before, request, explored, options });
    if (isInterrupted(options)) break;
    if (done === undefined) continue;
    exchanges.push(done.exchange);
    buckets.add(done.found);
  }
  return { name: `${operation.id} refusals`, buckets, calls: exchanges.length, exchanges };
}
