import { type JsonObject, stringifyJson } from '../../contract';
import type { Finding } from '../../result';
import { objectIn } from '../body';
import { declaredMembers } from '../declared';
import { type Exchange, isSuccess } from '../exchange';
import { isRepeatable, judge } from '../judge';
import { answerFinding, stateFinding } from './answer-finding';
import type { Found } from './bucket';
import type { PlannedCall } from './call';
import type { Explored, ExploreOptions } from './family';
import { type Plan, storedPart } from './plans';
import { expectedBody, type Story } from './story';

/** What came of a plan: why it was not played, or its calls, and what was found in the last of its answers. */
export type Played =
  | { readonly declined: string }
  | { readonly exchanges: readonly Exchange[]; readonly found: readonly Found[] };

/** An update that the contract allows, and the service refuses or does not answer. */
function refusal(exchange: Exchange, { operation, success }: Explored): Finding[] {
  const { response, failure } = exchange;
  if (response === undefined)
    return [answerFinding('no-answer', `the service gave no answer: ${failure}`, 'an answer', exchange, operation.id)];
  if (isSuccess(response)) return [];
  const message = `an update that the contract allows is answered with ${response.status}`;
  return [answerFinding('valid-update-refused', message, success.status, exchange, operation.id)];
}

/** In which ways an answer contradicts itself. */
const ambiguity = (exchange: Exchange, { operation }: Explored): Finding[] =>
  (exchange.response?.flaws ?? []).map((flaw) =>
    answerFinding('ambiguous-answer', flaw, 'one field', exchange, operation.id),
  );

/** A plan that is being played. */
interface Playing {
  readonly plan: Plan;
  readonly planned: PlannedCall;
  readonly values: JsonObject;
  /** Whether the last update is sent twice. */
  readonly repeats: boolean;
  readonly explored: Explored;
  readonly options: ExploreOptions;
}

/** An update of a plan, and the resource before it. */
interface Step {
  readonly index: number;
  readonly before: JsonObject;
  readonly request: Plan['requests'][number];
}

async function take({ index, before, request }: Step, { plan, planned, values, repeats, explored, options }: Playing) {
  const { performer, reference, turnedOff } = options;
  const isLast = index === plan.requests.length - 1;
  const sent = await performer.call(planned, values, { body: Buffer.from(stringifyJson(request)) });
  const isSentTwice = repeats && isLast && isRepeatable(reference.contract, sent);
  const exchange = isSentTwice ? await performer.again(sent) : sent;
  const seen = { resource: before, isSetUp: index === 0 };
  const findings = [
    ...refusal(exchange, explored),
    ...ambiguity(exchange, explored),
    ...judge(reference, exchange, seen, turnedOff),
  ];
  const answer = objectIn(exchange.response?.body);
  return { exchange, findings, after: answer === undefined ? undefined : storedPart(answer, explored) };
}

/** The story of a finding in the answer to a step. */
function storyOf(finding: Finding, exchanges: readonly Exchange[], step: Step, playing: Playing): Story {
  const { planned, values, explored, options } = playing;
  const { operation, success } = explored;
  const hidden = operation.update?.shownSometimes ?? [];
  const names = declaredMembers(operation, options.reference.contract)
    .map(({ name }) => name)
    .filter((name) => !hidden.includes(`/${name}`));
  const body = expectedBody(names, step.request, step.before, finding.pointer);
  const last = step.index === 0 ? undefined : options.callFor(operation, success, step);
  const expected = { status: success.status, body };
  return { planned, values, exchanges, expected, ...(last === undefined ? {} : { last }) };
}

async function playIn(playing: Playing): Promise<Played> {
  const { plan } = playing;
  const exchanges: Exchange[] = [];
  let before = plan.before;
  for (const [index, request] of plan.requests.entries()) {
    const step = { index, before, request };
    const { exchange, findings, after } = await take(step, playing);
    exchanges.push(exchange);
    const found = findings.map((finding) => ({ finding, story: storyOf(finding, exchanges, step, playing) }));
    if (found.length > 0 || after === undefined) return { exchanges, found };
    before = after;
  }
  return { exchanges, found: [] };
}

/**
 * Plays a plan: sets the resource up, sends its updates, and holds each answer to the whole contract, with the answer
 * before it as what was there before. Ends with the first answer in which something is found.
 */
export async function play(plan: Plan, repeats: boolean, explored: Explored, options: ExploreOptions): Promise<Played> {
  const { operation, success } = explored;
  const planned = options.callFor(operation, success, { before: plan.before, request: plan.requests[0] });
  if (planned === undefined) return { declined: 'the contract names no states that lead to it' };
  const state = await options.performer.setUp(planned.states);
  if (state.kind === 'declined') return { declined: `the service declined its state: ${state.reason}` };
  if (state.kind === 'done' && state.cannot !== undefined)
    return { declined: 'the service could set its state up only approximately' };
  if (state.kind === 'failed') {
    const story = { planned, values: {}, exchanges: [], expected: success };
    return { exchanges: [], found: [{ finding: stateFinding(state.message, operation.id), story }] };
  }
  try {
    return await playIn({ plan, planned, values: state.values, repeats, explored, options });
  } finally {
    await options.performer.tearDown(planned.states);
  }
}
