// A program of its own: Pact's verifier prints natively whatever the log level, and a crash in it ends the process.
import type { VerifierOptions } from '@pact-foundation/pact-core';

type Core = { readonly verifyPacts: (options: VerifierOptions) => Promise<unknown> };

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// One file of pacts after another: to start this program costs as much as a dozen interactions.
process.on('message', (options) => {
  const core = (require('@pact-foundation/pact-core') as { readonly default: Core }).default;
  const tell = (report: string): void => {
    process.send?.({ report });
  };
  core.verifyPacts(options as VerifierOptions).then(
    (results) => tell(String(results)),
    (error: unknown) => tell(told(error)),
  );
});
process.once('disconnect', () => process.exit(0));
