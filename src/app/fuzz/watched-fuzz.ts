import { type FuzzOptions, findingOf, fuzz, type Standing } from '../../fuzz';
import type { Finding, Run } from '../../result';
import type { CheckpointFile } from './checkpoint-file';
import { keepCase } from './corpus';

/** Who hears how far a run is. */
export interface Watched {
  readonly onProgress: (standing: Standing) => void;
  /** Hears of each finding when it is new. */
  readonly onFound?: ((finding: Finding) => void) | undefined;
  /** Hears what is not as it was asked for. */
  readonly onNotice: (sentence: string) => void;
}

/** What is around a run. */
interface Around extends Watched {
  readonly cwd: string;
  /** The folder where cases are kept. */
  readonly corpus: string | undefined;
  readonly checkpoint: CheckpointFile;
  readonly resume: boolean;
}

/** A run that a person watches, that keeps what it finds, and that can go on where it was interrupted. */
export async function watchedFuzz(options: FuzzOptions, around: Around): Promise<Run> {
  const { corpus, checkpoint, cwd, onProgress, onFound, onNotice } = around;
  const resume = around.resume ? checkpoint.read() : undefined;
  if (around.resume && resume === undefined)
    onNotice('there is no interrupted run of this parser, as it is now, with these options: it begins anew');
  let standing: Standing | undefined;
  const run = await fuzz({
    ...options,
    resume,
    onFinding: (bucket) => {
      if (corpus !== undefined) keepCase(bucket, corpus, cwd);
      onFound?.(findingOf(bucket));
    },
    onProgress: (now) => {
      standing = now;
      onProgress(now);
      checkpoint.note(now);
    },
  });
  if (options.signal?.aborted !== true) {
    checkpoint.remove();
    return run;
  }
  if (standing !== undefined) checkpoint.write(standing);
  return interrupted(run, standing !== undefined || resume !== undefined);
}

/** @param isKept whether there is something to go on from: nothing was, before the first cases were through. */
function interrupted(run: Run, isKept: boolean): Run {
  const next = isKept ? 'the same words with --resume go on from here' : 'nothing is kept of it yet, run it again';
  const warning = `interrupted: this is what was known by then; ${next}`;
  return { ...run, interrupted: true, warnings: [...(run.warnings ?? []), warning] };
}
