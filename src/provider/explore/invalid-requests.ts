import { bodyBytes, type Case, type JsonObject, type Operation, plant } from '../../contract';
import { type Finding, fingerprint, shorten } from '../../result';
import type { Exchange } from '../exchange';
import { judge } from '../judge';
import { answerFinding, htmlFindings } from './answer-finding';
import { Buckets, type Found } from './bucket';
import type { PlannedCall } from './call';
import type { Explored, ExploreOptions, FamilyOutcome } from './explore';
import { objectsOf } from './objects-of';
import { storedPart } from './plans';

/** The first member on the way to what departs: what a message should name. */
const memberOf = ({ pointer = '' }: Case): string | undefined => pointer.split('/')[1];

const refusedStatus = (operation: Operation): string =>
  operation.responses.find(({ provokedBy }) => provokedBy === 'invalid request')?.status ?? '400';

/** An answer to an invalid request that is no refusal as agreed. */
function notRefused(testCase: Case, exchange: Exchange, operation: Operation): Finding[] {
  const { response } = exchange;
  const scope = `${operation.id} ${testCase.id.replace(/ \d+$/, '')}`;
  const expected = refusedStatus(operation);
  if (response !== undefined && String(response.status) === expected) return [];
  if (response !== undefined && response.status < 300) {
    const message = `an invalid request is accepted: ${testCase.reason ?? testCase.id}`;
    return [
      {
        ...answerFinding('invalid-request-accepted', message, expected, exchange, scope),
        pointer: testCase.pointer ?? '',
      },
    ];
  }
  const message = `an invalid request is answered with ${response?.status ?? 'nothing'}: ${testCase.reason ?? testCase.id}`;
  return [answerFinding('invalid-request-status', message, expected, exchange, operation.id)];
}

/** A refusal that does not say what it refuses. Suspicious only: a contract seldom says how it has to. */
function unnamed(testCase: Case, exchange: Exchange, operation: Operation): Finding[] {
  const name = memberOf(testCase);
  const text = exchange.response?.body.toString() ?? '';
  if (name === undefined || text.toLowerCase().includes(name.toLowerCase()) || exchange.response?.status !== 400)
    return [];
  const rule = 'refusal-names-field';
  return [
    {
      rule,
      level: 'warning',
      pointer: '',
      message: `the refusal does not name ${name}, which is not valid`,
      expected: `an error that names ${name}`,
      actual: shorten(text),
      fingerprint: fingerprint({ rule, place: `/${name}`, scope: operation.id }),
    },
  ];
}

/** What a refused request changed: seen by an update of nothing, where the contract allows one. */
async function changed(
  planned: PlannedCall,
  values: JsonObject,
  before: JsonObject,
  options: ExploreOptions,
): Promise<{ readonly exchange: Exchange; readonly findings: readonly Finding[] } | undefined> {
  const exchange = await options.performer.call(planned, values, { body: Buffer.from('{}') });
  const { response } = exchange;
  if (response === undefined || response.status >= 300) return undefined;
  const findings = judge(options.reference, exchange, before, options.turnedOff).filter(
    ({ rule }) => rule === 'untouched-stays',
  );
  const rule = 'refused-update-changes';
  return {
    exchange,
    findings: findings.map((finding) => ({
      ...finding,
      rule,
      message: `${finding.pointer.slice(1)} was changed by a request that was refused`,
      fingerprint: fingerprint({
        rule,
        place: finding.pointer,
        scope: planned.request.path.replace(/[0-9a-f-]{32,}/g, ''),
      }),
    })),
  };
}

interface Tried {
  readonly exchanges: readonly Exchange[];
  readonly findings: readonly Finding[];
}

async function tryCase(
  testCase: Case,
  body: Buffer,
  planned: PlannedCall,
  values: JsonObject,
  before: JsonObject,
  { operation }: Explored,
  options: ExploreOptions,
): Promise<Tried> {
  const exchange = await options.performer.call(planned, values, { body });
  const refused = notRefused(testCase, exchange, operation);
  const held = judge(options.reference, exchange, undefined, options.turnedOff);
  const found = [
    ...refused,
    ...held,
    ...unnamed(testCase, exchange, operation),
    ...htmlFindings(exchange, 'an invalid request', operation.id),
  ];
  if (refused.length > 0) return { exchanges: [exchange], findings: found };
  const after = await changed(planned, values, before, options);
  return {
    exchanges: after === undefined ? [exchange] : [exchange, after.exchange],
    findings: [...found, ...(after?.findings ?? [])],
  };
}

/** Tries a body in a state of its own. */
async function tryIn(
  planned: PlannedCall,
  before: JsonObject,
  testCase: Case,
  body: Buffer,
  explored: Explored,
  options: ExploreOptions,
): Promise<Tried | { readonly declined: string }> {
  const state = await options.performer.setUp(planned.states);
  if (state.kind !== 'done') return { declined: state.kind === 'declined' ? state.reason : state.message };
  try {
    return await tryCase(testCase, body, planned, state.values, before, explored, options);
  } finally {
    await options.performer.tearDown(planned.states);
  }
}

/** Tells a finding by the smallest body of its case, where that leads to it as well. */
async function retold(
  found: Found,
  planned: PlannedCall,
  before: JsonObject,
  testCase: Case,
  explored: Explored,
  options: ExploreOptions,
): Promise<Found> {
  const tried = await tryIn(planned, before, testCase, bodyBytes(testCase), explored, options);
  if ('declined' in tried) return found;
  const same = tried.findings.find((one) => one.fingerprint === found.finding.fingerprint);
  return same === undefined ? found : { finding: same, story: { states: planned.states, exchanges: tried.exchanges } };
}

/** How many valid updates are looked at for the one that writes most. */
const LOOKED_AT = 20;

/** The valid update that writes most: what a service that applies half of a refused one would write. */
function fullest(updates: Iterable<JsonObject>): JsonObject {
  let found: JsonObject = {};
  let left = LOOKED_AT;
  for (const update of updates) {
    if (Object.keys(update).length > Object.keys(found).length) found = update;
    left -= 1;
    if (left === 0) break;
  }
  return found;
}

/** Spread over all cases: a service that is asked few must still be asked about all members. */
function spread(cases: readonly Case[], count: number): Case[] {
  const step = Math.max(1, cases.length / count);
  return cases.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** Requests with one departure from their schema: each must be refused as agreed, by its name, and change nothing. */
export async function exploreInvalidRequests(explored: Explored, options: ExploreOptions): Promise<FamilyOutcome> {
  const { operation, success, count } = explored;
  const name = `${operation.id} invalid requests`;
  const buckets = new Buckets();
  const exchanges: Exchange[] = [];
  const outcome = (declined?: string): FamilyOutcome => ({
    name,
    buckets,
    calls: exchanges.length,
    exchanges,
    declined,
  });
  const [answer] = objectsOf(options.answersOf(operation));
  const update = fullest(objectsOf(options.requestsOf(operation, 'accept')));
  if (answer === undefined || operation.request === undefined) return outcome();
  const before = storedPart(answer, explored);
  const planned = options.callFor(operation, success, { before, request: {} });
  if (planned === undefined) return outcome('the contract names no states that lead to it');
  for (const testCase of spread([...options.requestsOf(operation, 'reject')], count)) {
    if (options.signal?.aborted === true) break;
    const departed = plant(testCase, update);
    const tried = await tryIn(planned, before, testCase, departed, explored, options);
    if ('declined' in tried) return outcome(tried.declined);
    exchanges.push(...tried.exchanges);
    for (const found of buckets.add(tried.findings, { states: planned.states, exchanges: tried.exchanges }))
      buckets.retell(await retold(found, planned, before, testCase, explored, options));
  }
  return outcome();
}
