import { type JsonObject, stringifyJson } from '../../contract';
import type { Finding } from '../../result';
import { objectIn } from '../body';
import type { Exchange } from '../exchange';
import { isRepeatable, judge } from '../judge';
import { answerFinding } from './answer-finding';
import type { Story } from './bucket';
import type { PlannedCall } from './call';
import type { Explored, ExploreOptions } from './explore';
import { type Plan, storedPart } from './plans';

/** What came of a plan: why it was not played, or its story, and what was found in the last of its answers. */
export type Played = { readonly declined: string } | { readonly story: Story; readonly findings: readonly Finding[] };

/** An update that the contract allows, and the service refuses or does not answer. */
function refusal(exchange: Exchange, { operation, success }: Explored): Finding[] {
  const { response, failure } = exchange;
  if (response === undefined)
    return [answerFinding('no-answer', `the service gave no answer: ${failure}`, 'an answer', exchange, operation.id)];
  if (response.status >= 200 && response.status < 300) return [];
  const message = `an update that the contract allows is answered with ${response.status}`;
  return [answerFinding('valid-update-refused', message, success.status, exchange, operation.id)];
}

interface Step {
  readonly planned: PlannedCall;
  readonly values: JsonObject;
  readonly before: JsonObject;
  readonly request: Plan['requests'][number];
  /** Whether the update is sent twice. */
  readonly repeats: boolean;
}

async function take(step: Step, explored: Explored, options: ExploreOptions) {
  const { performer, reference, turnedOff } = options;
  const body = Buffer.from(stringifyJson(step.request));
  const sent = await performer.call(step.planned, step.values, { body });
  const exchange = step.repeats && isRepeatable(reference.contract, sent) ? await performer.again(sent) : sent;
  const findings = [...refusal(exchange, explored), ...judge(reference, exchange, step.before, turnedOff)];
  const answer = objectIn(exchange.response?.body);
  return { exchange, findings, after: answer === undefined ? undefined : storedPart(answer, explored) };
}

async function playIn(
  planned: PlannedCall,
  values: JsonObject,
  plan: Plan,
  repeats: boolean,
  explored: Explored,
  options: ExploreOptions,
): Promise<Played> {
  const exchanges: Exchange[] = [];
  let before = plan.before;
  for (const [index, request] of plan.requests.entries()) {
    const isLast = index === plan.requests.length - 1;
    const step = { planned, values, before, request, repeats: repeats && isLast };
    const { exchange, findings, after } = await take(step, explored, options);
    exchanges.push(exchange);
    if (findings.length > 0 || after === undefined) return { story: { states: planned.states, exchanges }, findings };
    before = after;
  }
  return { story: { states: planned.states, exchanges }, findings: [] };
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
  if (state.kind === 'failed') return { declined: state.message };
  try {
    return await playIn(planned, state.values, plan, repeats, explored, options);
  } finally {
    await options.performer.tearDown(planned.states);
  }
}
