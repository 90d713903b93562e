import type { JsonObject } from '../contract';
import { type Finding, fingerprint, type PactOutcome, type Result, resultOf } from '../result';
import type { ExtraHeaders } from './credentials';
import { detailsOf } from './curl';
import { emptyForAbsent } from './empty-for-absent';
import { endpointOf } from './endpoint';
import type { Exchange } from './exchange';
import { notGivenBack } from './given-back';
import type { SendOptions } from './http/send';
import { isRepeatable, judge, type Reference, resourceBefore, type TurnedOff } from './judge';
import type { Mask } from './mask';
import type { PactInteraction, ReadPact } from './pact-interaction';
import { causesIn, findingsOf } from './replay/mismatch-finding';
import { type Chunk, chunksOf } from './replay/numbered';
import { type Mismatch, replay } from './replay/replay';
import { Verifier } from './replay/verifier';
import { secretHeaders } from './secrets';
import { type Played, Stage } from './stage';
import type { StateKeeper } from './states/keeper';
import { isUnset } from './states/reserved';

/** What a verification needs. */
export interface VerifyOptions extends SendOptions {
  readonly baseUrl: URL;
  readonly keeper: StateKeeper;
  readonly extraHeaders: ExtraHeaders;
  /** The contract that each answer is held to, beside its pact; that of the interaction's consumer and provider. */
  readonly referenceFor: (interaction: PactInteraction) => Reference | undefined;
  readonly turnedOff: TurnedOff;
  readonly mask: Mask;
  /** How to run one interaction again. */
  readonly replayCommand: (interaction: PactInteraction) => string;
  /** Told after each interaction. */
  readonly onResult?: (result: Result) => void;
}

/** What a verification saw: a result for each interaction, and the exchanges, for what they cover. */
export interface Verified {
  readonly results: readonly Result[];
  /** What became of each interaction held to its pact alone, whatever else its answer is held to. */
  readonly outcomes: readonly PactOutcome[];
  readonly exchanges: readonly { readonly interaction: PactInteraction; readonly exchange: Exchange }[];
}

const plainFinding = (rule: string, message: string, interaction: PactInteraction): Finding => ({
  rule,
  level: 'error',
  pointer: '',
  message,
  expected: '',
  actual: '',
  fingerprint: fingerprint({ rule, place: '', scope: endpointOf(interaction) }),
});

/** The level of what breaks a pact: of a pending interaction nobody relies on it yet. */
const pactLevel = ({ isPending }: PactInteraction): 'error' | 'warning' => (isPending ? 'warning' : 'error');

const asPending = (finding: Finding): Finding =>
  finding.level === 'error' ? { ...finding, level: 'warning', message: `${finding.message} (pending)` } : finding;

/** What the states of an interaction came to: what they gave, and what they could not set up. */
interface SetUp {
  readonly cannot: readonly string[];
  readonly values: JsonObject;
  readonly resource?: JsonObject | undefined;
}

function judged(
  reference: Reference,
  exchange: Exchange,
  { states }: PactInteraction,
  { cannot, values, resource }: SetUp,
  options: VerifyOptions,
): Finding[] {
  // Of a resource that was set up otherwise than asked, nobody knows what it was before.
  const asked = resourceBefore(reference.contract, exchange, states, values);
  const isAsAsked = cannot.length === 0 && resource === undefined;
  const shown = asked === undefined || resource === undefined ? undefined : { resource, isSetUp: true };
  const before = isAsAsked ? asked : shown;
  return judge(reference, exchange, before, options.turnedOff);
}

/** What breaks the pact itself in an answer. */
function brokenIn(
  interaction: PactInteraction,
  exchange: Exchange,
  mismatches: readonly Mismatch[],
  values: JsonObject,
  options: VerifyOptions,
): Finding[] {
  if (exchange.failure !== undefined)
    return [plainFinding('no-answer', `the service gave no answer: ${exchange.failure}`, interaction)];
  const scope = { level: pactLevel(interaction), endpoint: endpointOf(interaction) };
  const reference = options.referenceFor(interaction);
  const mayMiss = reference === undefined ? new Set<string>() : emptyForAbsent(reference.contract, interaction);
  const mismatched = mismatches.flatMap((mismatch) => findingsOf(mismatch, scope, mayMiss));
  const given = notGivenBack(interaction, values, exchange, pactLevel(interaction));
  return causesIn([...mismatched, ...given], exchange.response?.body ?? Buffer.alloc(0));
}

/** What an answer does wrong: what breaks the pact, and then what breaks the contract. */
function findingsIn(
  interaction: PactInteraction,
  exchange: Exchange,
  broken: readonly Finding[],
  setUp: SetUp,
  options: VerifyOptions,
): Finding[] {
  const reference = options.referenceFor(interaction);
  const isHeld = exchange.failure === undefined && reference !== undefined;
  const held = isHeld ? judged(reference, exchange, interaction, setUp, options) : [];
  // Names in another naming are why everything else is missing.
  const naming = held.filter(({ rule }) => rule === 'wire-names');
  if (naming.length > 0) return naming;
  const flaws = (exchange.response?.flaws ?? []).map((flaw) => plainFinding('ambiguous-answer', flaw, interaction));
  return [...flaws, ...broken, ...held];
}

/** A result, and what it is for the pact. */
interface Verdict {
  readonly result: Result;
  readonly outcome: PactOutcome;
}

const mismatchOf = ({ rule, pointer, message }: Finding): PactOutcome['mismatches'][number] => ({
  rule,
  pointer,
  message,
});

const interactionIdOf = ({ written }: Pick<PactInteraction, 'written'>): Pick<PactOutcome, 'interactionId'> =>
  typeof written['_id'] === 'string' ? { interactionId: written['_id'] } : {};

/** What is wrong with a pending interaction is told, and fails nothing: nobody relies on it yet. */
const levelled = (findings: readonly Finding[], { isPending }: PactInteraction): readonly Finding[] =>
  isPending ? findings.map(asPending) : findings;

function brokenVerdict(
  interaction: PactInteraction,
  finding: Finding,
  details: Result['details'],
  outcome: PactOutcome['outcome'],
): Verdict {
  const { id } = interaction;
  return {
    result: resultOf(id, levelled([finding], interaction), details),
    outcome: {
      id,
      ...interactionIdOf(interaction),
      outcome,
      mismatches: [mismatchOf(finding)],
      ...(outcome === 'unverified' ? { reason: finding.message } : {}),
    },
  };
}

function skippedVerdict(interaction: Pick<PactInteraction, 'id' | 'written'>, reason: string): Verdict {
  const { id } = interaction;
  return {
    result: { id, status: 'skipped', findings: [], reason },
    outcome: { id, ...interactionIdOf(interaction), outcome: 'unverified', mismatches: [], reason },
  };
}

/** A pending interaction is told and passes, as with all else that is wrong with it: skipped alone, it would fail the run. */
function declinedVerdict(interaction: PactInteraction, why: string): Verdict {
  const reason = `the service declined its state: ${why}`;
  if (!interaction.isPending) return skippedVerdict(interaction, reason);
  return brokenVerdict(interaction, plainFinding('provider-state', reason, interaction), undefined, 'unverified');
}

const masked = (findings: readonly Finding[], mask: Mask): Finding[] =>
  findings.map((finding) => ({
    ...finding,
    message: mask(finding.message),
    expected: mask(finding.expected),
    actual: mask(finding.actual),
  }));

/** The call of a declined state is made where it is safe: what came back breaks its contract, or it stays untested. */
function declinedCall(
  interaction: PactInteraction,
  reason: string,
  exchange: Exchange,
  options: VerifyOptions,
): Verdict {
  const { mask } = options;
  const declined = declinedVerdict(interaction, reason);
  const findings = masked(findingsIn(interaction, exchange, [], { cannot: [''], values: {} }, options), mask);
  if (!findings.some(({ level }) => level === 'error')) return declined;
  const told = { mask, hidden: secretHeaders(options.extraHeaders) };
  const details = {
    ...detailsOf(exchange, options.baseUrl, told),
    states: `declined: ${reason}`,
    replay: mask(options.replayCommand(interaction)),
  };
  const result = resultOf(interaction.id, levelled(findings, interaction), details);
  return { ...declined, result };
}

/** Where a state could be set up only in part: what it keeps is neither passed nor failed. */
function approximated({ result, outcome }: Verdict, cannot: readonly string[]): Verdict {
  if (cannot.length === 0) return { result, outcome };
  const places = cannot.includes('') ? 'as it was asked for' : `at ${cannot.join(', ')}`;
  const reason = `the state could not be set up ${places}`;
  const isKept = outcome.outcome === 'kept';
  return {
    result: result.status === 'passed' ? { ...result, status: 'approximate', reason } : result,
    outcome: isKept ? { ...outcome, outcome: 'unverified', reason } : outcome,
  };
}

function verdictOn(
  interaction: PactInteraction,
  played: Played,
  mismatches: readonly Mismatch[],
  options: VerifyOptions,
): Verdict {
  const { id } = interaction;
  const { state, exchange } = played;
  const { mask } = options;
  if (state.kind === 'declined')
    return exchange?.response === undefined
      ? declinedVerdict(interaction, mask(state.reason))
      : declinedCall(interaction, mask(state.reason), exchange, options);
  const details = {
    ...(exchange === undefined
      ? {}
      : detailsOf(exchange, options.baseUrl, { mask, hidden: secretHeaders(options.extraHeaders) })),
    replay: mask(options.replayCommand(interaction)),
  };
  if (state.kind === 'failed') {
    const finding = plainFinding('provider-state', mask(state.message), interaction);
    const setup = state.setup === undefined ? {} : { setup: mask(state.setup) };
    return brokenVerdict(interaction, finding, { ...setup, ...details }, 'broken');
  }
  if (exchange === undefined) {
    const finding = plainFinding('not-replayed', "Pact's verifier sent no request", interaction);
    return brokenVerdict(interaction, finding, details, 'unverified');
  }
  const { cannot = [] } = state;
  const all = brokenIn(interaction, exchange, mismatches, state.values, options);
  const broken = all.filter(({ rule, pointer }) => rule !== 'pact-body' || !isUnset(pointer, cannot));
  const findings = findingsIn(
    interaction,
    exchange,
    broken,
    { cannot, values: state.values, resource: state.resource },
    options,
  );
  const verdict: Verdict = {
    result: resultOf(id, levelled(masked(findings, mask), interaction), details),
    outcome: {
      id,
      ...interactionIdOf(interaction),
      outcome: broken.length === 0 ? 'kept' : 'broken',
      mismatches: masked(broken, mask).map(mismatchOf),
    },
  };
  return approximated(verdict, cannot);
}

/** What became of each interaction of a chunk; `undefined` where the verifier did not come to it, or broke. */
interface ChunkOutcome {
  readonly verdicts: readonly (Verdict | undefined)[];
  readonly exchanges: readonly (Exchange | undefined)[];
  readonly crash: string | undefined;
}

async function playChunk(verifier: Verifier, chunk: Chunk, options: VerifyOptions): Promise<ChunkOutcome> {
  const { interactions } = chunk;
  const repeats = (interaction: PactInteraction, exchange: Exchange): boolean => {
    if (Object.hasOwn(options.turnedOff, 'same-twice')) return false;
    const reference = options.referenceFor(interaction);
    return reference !== undefined && isRepeatable(reference.contract, exchange);
  };
  const stage = new Stage(interactions, { ...options, repeats });
  try {
    const urls = await stage.open();
    const replayed = await replay(verifier, chunk, { ...urls, timeoutMs: options.timeoutMs * 3 });
    const verdicts = new Map('verdicts' in replayed ? replayed.verdicts.map((one) => [one.index, one.mismatches]) : []);
    const played = interactions.map((_, index) => stage.played(index));
    return {
      verdicts: interactions.map((interaction, index) => {
        const [mismatches, happened] = [verdicts.get(index), played[index]];
        if (mismatches === undefined || happened === undefined) return undefined;
        return verdictOn(interaction, happened, mismatches, options);
      }),
      // What a declined state's call shows, no state brought about.
      exchanges: played.map((one) => (one?.state.kind === 'declined' ? undefined : one?.exchange)),
      crash: 'crash' in replayed ? replayed.crash : undefined,
    };
  } finally {
    await stage.close();
  }
}

function unverified(interaction: PactInteraction, crash: string | undefined, options: VerifyOptions): Verdict {
  const message = crash ?? "Pact's verifier gave no verdict on this interaction";
  const details = { replay: options.mask(options.replayCommand(interaction)) };
  return brokenVerdict(interaction, plainFinding('not-replayed', message, interaction), details, 'unverified');
}

/** Plays a chunk; what the verifier has no verdict on is played once more, each alone, so that one cannot hide others. */
async function verifyChunk(verifier: Verifier, chunk: Chunk, options: VerifyOptions): Promise<Verified> {
  const outcome = await playChunk(verifier, chunk, options);
  const verdicts: Verdict[] = [];
  const exchanges: { interaction: PactInteraction; exchange: Exchange }[] = [];
  for (const [index, interaction] of chunk.interactions.entries()) {
    const first = outcome.verdicts[index];
    const isAlone = chunk.interactions.length === 1;
    const alone =
      first === undefined && !isAlone && options.signal?.aborted !== true
        ? await playChunk(verifier, { ...chunk, interactions: [interaction] }, options)
        : undefined;
    const verdict = first ?? alone?.verdicts[0] ?? unverified(interaction, alone?.crash ?? outcome.crash, options);
    const exchange = outcome.exchanges[index] ?? alone?.exchanges[0];
    if (exchange !== undefined) exchanges.push({ interaction, exchange });
    verdicts.push(verdict);
    options.onResult?.(verdict.result);
  }
  return { ...splitVerdicts(verdicts), exchanges };
}

const splitVerdicts = (verdicts: readonly Verdict[]): Pick<Verified, 'results' | 'outcomes'> => ({
  results: verdicts.map(({ result }) => result),
  outcomes: verdicts.map(({ outcome }) => outcome),
});

const othersIn = ({ notHttp, file }: ReadPact): Verdict[] =>
  notHttp.map((one) => skippedVerdict(one, `${file}: it is not an HTTP interaction`));

/** Settles once a signal is aborted; never where there is none. */
const interruption = (signal: AbortSignal | undefined): Promise<undefined> =>
  new Promise((settle) => {
    if (signal?.aborted === true) settle(undefined);
    signal?.addEventListener('abort', () => settle(undefined), { once: true });
  });

/**
 * Replays pacts on a live service by Pact's own verifier, and holds each answer to its whole contract. A result for
 * each interaction, in the order of the pacts; once the signal is aborted, for those that have a verdict by then.
 */
export async function verify(pacts: readonly ReadPact[], options: VerifyOptions): Promise<Verified> {
  const verified: Verified[] = [];
  const verifier = new Verifier();
  const interrupted = interruption(options.signal);
  try {
    for (const chunk of chunksOf(pacts)) {
      const one = await Promise.race([interrupted, verifyChunk(verifier, chunk, options)]);
      // What was under way has no verdict: its requests were cut off.
      if (one === undefined) break;
      verified.push(one);
    }
  } finally {
    await verifier.close();
  }
  const others = splitVerdicts(pacts.flatMap(othersIn));
  return {
    results: [...verified.flatMap(({ results }) => results), ...others.results],
    outcomes: [...verified.flatMap(({ outcomes }) => outcomes), ...others.outcomes],
    exchanges: verified.flatMap(({ exchanges }) => exchanges),
  };
}
