import { type FuzzOptions, fuzz, type Standing } from '../../fuzz';
import type { Finding, Run } from '../../result';
import type { Context } from '../context';
import type { CheckpointFile } from './checkpoint-file';
import { keepCase } from './corpus';
import { progressText } from './progress-text';

/** What is around a run. */
interface Around {
  /** The folder where cases are kept. */
  readonly corpus: string | undefined;
  readonly checkpoint: CheckpointFile;
  readonly resume: boolean;
  /** Whether a finding is known already. */
  readonly isKnown: (finding: Finding) => boolean;
}

/** A run that a person watches, that keeps what it finds, and that can go on where it was interrupted. */
export async function watchedFuzz(options: FuzzOptions, around: Around, context: Context): Promise<Run> {
  const { corpus, checkpoint, isKnown } = around;
  const resume = around.resume ? checkpoint.read() : undefined;
  if (around.resume && resume === undefined)
    context.err('there is no interrupted run of this parser, as it is now, with these options: it begins anew\n');
  let standing: Standing | undefined;
  const run = await fuzz({
    ...options,
    resume,
    onFinding: (bucket) => {
      if (corpus !== undefined) keepCase(bucket, corpus, context.cwd);
    },
    onProgress: (now) => {
      standing = now;
      context.progress.tell(() => progressText(now, isKnown));
      checkpoint.note(now);
    },
  }).finally(context.progress.clear);
  if (options.signal?.aborted !== true) checkpoint.remove();
  else if (standing !== undefined) checkpoint.write(standing);
  return options.signal?.aborted === true ? interrupted(run) : run;
}

const interrupted = (run: Run): Run => ({
  ...run,
  interrupted: true,
  warnings: [
    ...(run.warnings ?? []),
    'interrupted: this is what was known by then; the same words with --resume go on from here',
  ],
});
