import { stringifyJson } from '../../contract';
import { shownLocation } from './location';
import { type Chunk, numberedPact, numberIn } from './numbered';
import type { Verifier } from './verifier';

/** One thing in which an answer is not what the pact says, as Pact's verifier tells it. */
export interface Mismatch {
  /** `BodyMismatch`, `StatusMismatch`, `HeaderMismatch`, `BodyTypeMismatch`, or `Error` for what is none. */
  readonly type: string;
  /** Pact's own path into the body, `$.groups[0]`. */
  readonly path?: string;
  /** The header. */
  readonly key?: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
  readonly mismatch?: string;
}

/** What Pact's verifier says of one interaction; no mismatch where it passed. */
export interface Verdict {
  readonly index: number;
  readonly mismatches: readonly Mismatch[];
}

/** What came of a replay: a verdict on each interaction, or why the verifier has none. */
export type Replayed = { readonly verdicts: readonly Verdict[] } | { readonly crash: string };

/** Where the verifier finds the proxy and its states. */
export interface Stage {
  readonly url: string;
  readonly statesUrl: string;
  /** For one request, in milliseconds; longer than what the proxy waits for the service. */
  readonly timeoutMs: number;
}

interface Told {
  readonly description?: string;
  readonly result?: string;
  readonly mismatch?: { readonly type?: string; readonly mismatches?: readonly Mismatch[]; readonly message?: string };
}

function verdictOf(told: Told): Verdict | undefined {
  const index = numberIn(told.description ?? '');
  if (index === undefined) return undefined;
  if (told.result === 'OK') return { index, mismatches: [] };
  const { mismatches = [], message } = told.mismatch ?? {};
  const other: Mismatch = { type: 'Error', mismatch: message ?? JSON.stringify(told.mismatch ?? told.result) };
  return { index, mismatches: mismatches.length > 0 ? mismatches : [other] };
}

function replayedFrom(report: string): Replayed {
  try {
    const { interactionResults } = JSON.parse(shownLocation(report)) as {
      readonly interactionResults?: readonly Told[];
    };
    const verdicts = (interactionResults ?? []).map(verdictOf).filter((verdict) => verdict !== undefined);
    return { verdicts };
  } catch {
    return { crash: report };
  }
}

/** Replays a chunk by Pact's own verifier. */
export async function replay(
  verifier: Verifier,
  chunk: Chunk,
  { url, statesUrl, timeoutMs }: Stage,
): Promise<Replayed> {
  const reported = await verifier.verify(stringifyJson(numberedPact(chunk)), {
    provider: chunk.pact.provider,
    providerBaseUrl: url,
    providerStatesSetupUrl: statesUrl,
    providerStatesSetupTeardown: true,
    providerStatesSetupBody: true,
    logLevel: 'error',
    timeout: timeoutMs,
  });
  return 'crash' in reported ? reported : replayedFrom(reported.report);
}
