import { type Finding, fingerprint, type Result, resultOf } from '../result';
import type { ExtraHeaders } from './credentials';
import { detailsOf } from './curl';
import { emptyForAbsent } from './empty-for-absent';
import { endpointOf } from './endpoint';
import type { Exchange } from './exchange';
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

function judged(
  reference: Reference,
  exchange: Exchange,
  { states }: PactInteraction,
  options: VerifyOptions,
): Finding[] {
  const before = resourceBefore(reference.contract, exchange, states);
  return judge(reference, exchange, before, options.turnedOff);
}

function findingsIn(
  interaction: PactInteraction,
  exchange: Exchange,
  mismatches: readonly Mismatch[],
  options: VerifyOptions,
): Finding[] {
  if (exchange.failure !== undefined)
    return [plainFinding('no-answer', `the service gave no answer: ${exchange.failure}`, interaction)];
  const scope = { level: pactLevel(interaction), endpoint: endpointOf(interaction) };
  const reference = options.referenceFor(interaction);
  const mayMiss = reference === undefined ? new Set<string>() : emptyForAbsent(reference.contract, interaction);
  const mismatched = mismatches.flatMap((mismatch) => findingsOf(mismatch, scope, mayMiss));
  const flaws = (exchange.response?.flaws ?? []).map((flaw) => plainFinding('ambiguous-answer', flaw, interaction));
  const broken = causesIn(mismatched, exchange.response?.body ?? Buffer.alloc(0));
  const held = reference === undefined ? [] : judged(reference, exchange, interaction, options);
  // Names in another naming are why everything else is missing.
  const naming = held.filter(({ rule }) => rule === 'wire-names');
  if (naming.length > 0) return naming;
  return [...flaws, ...broken, ...(interaction.isPending ? held.map(asPending) : held)];
}

function resultFor(
  interaction: PactInteraction,
  played: Played,
  mismatches: readonly Mismatch[],
  options: VerifyOptions,
): Result {
  const { id } = interaction;
  const { state, exchange } = played;
  const { mask } = options;
  if (state.kind === 'declined')
    return { id, status: 'skipped', findings: [], reason: `the service declined its state: ${state.reason}` };
  const details = {
    ...(exchange === undefined
      ? {}
      : detailsOf(exchange, options.baseUrl, { mask, hidden: secretHeaders(options.extraHeaders) })),
    replay: mask(options.replayCommand(interaction)),
  };
  if (state.kind === 'failed')
    return resultOf(id, [plainFinding('provider-state', mask(state.message), interaction)], details);
  if (exchange === undefined)
    return resultOf(id, [plainFinding('not-replayed', "Pact's verifier sent no request", interaction)], details);
  const findings = findingsIn(interaction, exchange, mismatches, options);
  const masked = findings.map((finding) => ({
    ...finding,
    message: mask(finding.message),
    expected: mask(finding.expected),
    actual: mask(finding.actual),
  }));
  return resultOf(id, masked, details);
}

/** What became of each interaction of a chunk; `undefined` where the verifier did not come to it, or broke. */
interface ChunkOutcome {
  readonly results: readonly (Result | undefined)[];
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
      results: interactions.map((interaction, index) => {
        const [mismatches, happened] = [verdicts.get(index), played[index]];
        if (mismatches === undefined || happened === undefined) return undefined;
        return resultFor(interaction, happened, mismatches, options);
      }),
      exchanges: played.map((one) => one?.exchange),
      crash: 'crash' in replayed ? replayed.crash : undefined,
    };
  } finally {
    await stage.close();
  }
}

const unverified = (interaction: PactInteraction, crash: string | undefined): Result =>
  resultOf(interaction.id, [
    plainFinding('not-replayed', crash ?? "Pact's verifier gave no verdict on this interaction", interaction),
  ]);

/** Plays a chunk; what the verifier has no verdict on is played once more, each alone, so that one cannot hide others. */
async function verifyChunk(verifier: Verifier, chunk: Chunk, options: VerifyOptions): Promise<Verified> {
  const outcome = await playChunk(verifier, chunk, options);
  const results: Result[] = [];
  const exchanges: { interaction: PactInteraction; exchange: Exchange }[] = [];
  for (const [index, interaction] of chunk.interactions.entries()) {
    const first = outcome.results[index];
    const isAlone = chunk.interactions.length === 1;
    const alone =
      first === undefined && !isAlone
        ? await playChunk(verifier, { ...chunk, interactions: [interaction] }, options)
        : undefined;
    const result = first ?? alone?.results[0] ?? unverified(interaction, alone?.crash ?? outcome.crash);
    const exchange = outcome.exchanges[index] ?? alone?.exchanges[0];
    if (exchange !== undefined) exchanges.push({ interaction, exchange });
    results.push(result);
    options.onResult?.(result);
  }
  return { results, exchanges };
}

const notHttp = ({ notHttp: descriptions, file }: ReadPact): Result[] =>
  descriptions.map((id) => ({ id, status: 'skipped', findings: [], reason: `${file}: it is not an HTTP interaction` }));

/**
 * Replays pacts on a live service by Pact's own verifier, and holds each answer to its whole contract. A result for
 * each interaction, in the order of the pacts.
 */
export async function verify(pacts: readonly ReadPact[], options: VerifyOptions): Promise<Verified> {
  const verified: Verified[] = [];
  const verifier = new Verifier();
  try {
    for (const chunk of chunksOf(pacts)) {
      if (options.signal?.aborted === true) break;
      verified.push(await verifyChunk(verifier, chunk, options));
    }
  } finally {
    await verifier.close();
  }
  return {
    results: [...verified.flatMap(({ results }) => results), ...pacts.flatMap(notHttp)],
    exchanges: verified.flatMap(({ exchanges }) => exchanges),
  };
}
