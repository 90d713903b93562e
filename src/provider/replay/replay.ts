import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifierOptions } from '@pact-foundation/pact-core';
import { stringifyJson } from '../../contract';
import { shorten } from '../../result';
import { type Chunk, numberedPact, numberIn } from './numbered';
import { programIn } from './program';

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
    const { interactionResults } = JSON.parse(report) as { readonly interactionResults?: readonly Told[] };
    const verdicts = (interactionResults ?? []).map(verdictOf).filter((verdict) => verdict !== undefined);
    return { verdicts };
  } catch {
    return { crash: report };
  }
}

/** The environment without Pact's own settings: they would select, publish and log, which is our work here. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^PACT_|^LOG_LEVEL$/.test(name));
  return { ...Object.fromEntries(kept), PACT_DO_NOT_TRACK: 'true' };
}

/** Runs the verifier in a process of its own: it prints natively, and what crashes it must not end ours. */
function verifyInChild(options: VerifierOptions): Promise<Replayed> {
  const { file, words } = programIn(__dirname, 'replay-child');
  const child = fork(file, [...words], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: quietEnvironment() });
  let noise = '';
  let replayed: Replayed | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      noise = (noise + chunk.toString()).slice(-4000);
    });
  child.once('message', ({ report }: { report: string }) => {
    replayed = replayedFrom(report);
  });
  child.send(options);
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      const how = signal === null ? `code ${code}` : signal;
      settle(
        replayed ?? { crash: `Pact's verifier ended with ${how}: ${shorten(noise.trim(), 400) || 'it said nothing'}` },
      );
    });
  });
}

/** Replays a chunk by Pact's own verifier, in a process of its own. */
export async function replay(chunk: Chunk, { url, statesUrl, timeoutMs }: Stage): Promise<Replayed> {
  const folder = mkdtempSync(join(tmpdir(), 'pactcheck-replay-'));
  try {
    const file = join(folder, 'pact.json');
    writeFileSync(file, stringifyJson(numberedPact(chunk)));
    return await verifyInChild({
      provider: chunk.pact.provider,
      providerBaseUrl: url,
      pactUrls: [file],
      providerStatesSetupUrl: statesUrl,
      providerStatesSetupTeardown: true,
      providerStatesSetupBody: true,
      logLevel: 'error',
      timeout: timeoutMs,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
