import { publishRun } from '../app/broker/publication';
import { Failure, oneLine, type Run } from '../result';
import type { Context } from './context';
import { EXIT_CODES } from './exit-codes';
import { warner } from './warnings';

/**
 * Publishes a run that was reported, prints what became of each pact, and returns the exit code: findings weigh more
 * than what could not be published.
 * @param exitCode what the run itself came to.
 * @throws Failure where a run without findings cannot be published.
 */
export async function publishReported(
  run: Run,
  exitCode: number,
  asked: Parameters<typeof publishRun>[1],
  context: Context,
): Promise<number> {
  const failures: unknown[] = [];
  try {
    const publication = await publishRun(run, asked, context.env);
    if (!context.options.quiet) for (const line of publication.lines) context.err(`${oneLine(line)}\n`);
    failures.push(...publication.failures);
  } catch (error) {
    failures.push(error);
  }
  const [failure] = failures;
  if (failure === undefined) return exitCode;
  if (exitCode !== EXIT_CODES.findings || !(failure instanceof Failure)) throw failure;
  warner(context, context.err)(`the results were not published: ${failure.message}. ${failure.next ?? ''}`.trim());
  return exitCode;
}
