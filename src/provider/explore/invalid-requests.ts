import { bodyBytes, type Case, type JsonObject, type Operation, plant, valueAt } from '../../contract';
import type { Finding } from '../../result';
import { jsonIn } from '../body';
import { type Exchange, isSuccess } from '../exchange';
import { judge } from '../judge';
import { answerFinding, htmlFindings, stateFinding } from './answer-finding';
import { Buckets, type Found } from './bucket';
import type { PlannedCall } from './call';
import { contrary } from './contrary';
import type { Explored, ExploreOptions, FamilyOutcome } from './family';
import { isInterrupted } from './interrupted';
import { isLenience } from './leniences';
import { unnamed } from './named-members';
import { storedPart } from './plans';
import { isRefusal, isUnnamedRefusal, refusalStatus, refusalStatuses } from './refusal-status';
import type { Expected, Story } from './story';
import { changedBy } from './unchanged';

const isAccepted = ({ response }: Exchange): boolean => response !== undefined && isSuccess(response);

/** A refusal with a status that the contract does not have: told once, since the document or the service forgot it. */
export function unnamedRefusal(status: number, exchange: Exchange, operation: Operation): Finding {
  const message = `invalid requests are refused with ${status}, which the contract does not have`;
  return answerFinding('invalid-request-status', message, refusalStatuses(operation), exchange, operation.id);
}

/** What should have come back: the status of the refusal that there was, where it is one. */
function expectedIn({ response }: Exchange, operation: Operation): Expected {
  const isRefused = response !== undefined && isRefusal(operation, response.status);
  return { status: isRefused ? String(response.status) : refusalStatus(operation) };
}

/** An answer to an invalid request that is no refusal as agreed. */
function notRefused(testCase: Case, exchange: Exchange, operation: Operation): Finding[] {
  const { status } = exchange.response ?? {};
  const { pointer = '', id, reason = id } = testCase;
  const expected = refusalStatuses(operation);
  if (status !== undefined && isRefusal(operation, status)) return [];
  if (status !== undefined && isUnnamedRefusal(operation, status)) return [unnamedRefusal(status, exchange, operation)];
  const rule = isAccepted(exchange) ? 'invalid-request-accepted' : 'invalid-request-status';
  const done = isAccepted(exchange) ? 'accepted' : `answered with ${status ?? 'nothing'}`;
  const scope = `${operation.id} ${id.replace(FURTHER, '')}`;
  const what = pointer === '' ? `${reason} (${id})` : reason;
  const finding = answerFinding(rule, `an invalid request is ${done}: ${what}`, expected, exchange, scope);
  return [{ ...finding, pointer }];
}

/** What all invalid requests of an operation have in common. */
interface Trying {
  readonly planned: PlannedCall;
  /** The resource that is set up. */
  readonly before: JsonObject;
  readonly explored: Explored;
  readonly options: ExploreOptions;
}

/** What came of a request: its calls, and what was found. */
interface Tried {
  readonly exchanges: readonly Exchange[];
  readonly found: readonly Found[];
}

async function tryCase(testCase: Case, body: Buffer, values: JsonObject, trying: Trying): Promise<Tried> {
  const { planned, before, explored, options } = trying;
  const { operation } = explored;
  const { contract } = options.reference;
  const exchange = await options.performer.call(planned, values, { body });
  if (isLenience(testCase) && isAccepted(exchange)) return { exchanges: [exchange], found: [] };
  const refused = notRefused(testCase, exchange, operation);
  const judged = judge(options.reference, exchange, undefined, options.turnedOff).filter(
    ({ rule }) => refused.length === 0 || rule !== 'unexpected-status',
  );
  const findings = [
    ...refused,
    ...judged,
    ...(refused.length > 0 || exchange.response === undefined
      ? []
      : unnamed(testCase, exchange.response, operation, contract)),
    ...htmlFindings(exchange, 'an invalid request', operation.id),
  ];
  const story: Story = { planned, values, exchanges: [exchange], expected: expectedIn(exchange, operation) };
  const found = findings.map((finding) => ({ finding, story }));
  if (refused.length > 0) return { exchanges: [exchange], found };
  const changed = await changedBy({ planned, before, story, what: testCase.reason ?? testCase.id }, explored, options);
  return { exchanges: [exchange], found: [...found, ...changed] };
}

/** Tries a body in a state of its own. */
async function tryIn(testCase: Case, body: Buffer, trying: Trying): Promise<Tried | { readonly declined: string }> {
  const { planned, explored, options } = trying;
  const state = await options.performer.setUp(planned.states);
  if (state.kind === 'declined') return { declined: state.reason };
  if (state.kind === 'done' && state.cannot !== undefined)
    return { declined: 'the service could set its state up only approximately' };
  if (state.kind === 'failed') {
    const story = { planned, values: {}, exchanges: [], expected: explored.success };
    return { exchanges: [], found: [{ finding: stateFinding(state.message, explored.operation.id), story }] };
  }
  try {
    return await tryCase(testCase, body, state.values, trying);
  } finally {
    await options.performer.tearDown(planned.states);
  }
}

/** Tells a finding by the smallest body of its case, where that leads to it as well. */
async function retold(found: Found, testCase: Case, trying: Trying): Promise<Found> {
  const tried = await tryIn(testCase, bodyBytes(testCase), trying);
  if ('declined' in tried) return found;
  return tried.found.find((one) => one.finding.fingerprint === found.finding.fingerprint) ?? found;
}

/** Spread over all cases: a service that is asked few must still be asked about all members. */
function spread(cases: readonly Case[], count: number): Case[] {
  const step = Math.max(1, cases.length / count);
  return cases.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** The number at the end of an id: further values of a class. */
const FURTHER = / \d+$/;

/** From so many on every class is asked about once, however many there are; fewer are for a glance. */
const ALL_CLASSES = 10;

/** What is asked about once: a class, of departures from a pattern each, since they have nothing in common. */
const kindOf = ({ id }: Case): string => (/against the pattern/.test(id) ? id : id.replace(FURTHER, ''));

/** Which cases are tried: one of each class first, then further ones, `count` in all. */
export function chosen(cases: readonly Case[], count: number): Case[] {
  const kinds = new Map<string, Case>();
  for (const one of cases) if (!kinds.has(kindOf(one))) kinds.set(kindOf(one), one);
  const first = [...kinds.values()];
  const further = cases.filter((one) => !first.includes(one));
  if (count < ALL_CLASSES) return spread(first, count);
  const left = count - first.length;
  return left > 0 ? [...first, ...spread(further, left)] : first;
}

/** A text that departs by a line end alone: where `$` of a pattern stands, languages do not agree. */
export function isArguable(testCase: Case): boolean {
  const body = jsonIn(bodyBytes(testCase));
  const value = body === undefined ? undefined : valueAt(body, testCase.pointer ?? '');
  return typeof value === 'string' && /[\r\n]$/.test(value);
}

/** Requests with one departure from their schema: each must be refused as agreed, by its name, and change nothing. */
export async function exploreInvalidRequests(explored: Explored, options: ExploreOptions): Promise<FamilyOutcome> {
  const { operation, success, count } = explored;
  const name = `${operation.id} invalid requests`;
  const buckets = new Buckets(options.turnedOff);
  const exchanges: Exchange[] = [];
  const outcome = (declined?: string): FamilyOutcome => {
    const calls = exchanges.length;
    return { name, buckets, calls, exchanges, declined };
  };
  const [answer] = options.answersOf(operation);
  if (answer === undefined || operation.request === undefined) return outcome();
  const before = storedPart(answer, explored);
  const update = contrary(options.updatesOf(operation), before);
  const planned = options.callFor(operation, success, { before, request: {} });
  if (planned === undefined) return outcome('the contract names no states that lead to it');
  const trying = { planned, before, explored, options };
  const cases = [...options.rejectsOf(operation)].filter((one) => !isArguable(one));
  for (const testCase of chosen(cases, count)) {
    if (isInterrupted(options)) break;
    const tried = await tryIn(testCase, plant(testCase, update), trying);
    if (isInterrupted(options)) break;
    if ('declined' in tried) return outcome(tried.declined);
    exchanges.push(...tried.exchanges);
    for (const found of buckets.add(tried.found)) buckets.retell(await retold(found, testCase, trying));
  }
  return outcome();
}
