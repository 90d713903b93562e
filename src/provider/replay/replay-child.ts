// A program of its own: Pact's verifier prints natively whatever the log level, and a crash in it ends the process.
import type { VerifierOptions } from '@pact-foundation/pact-core';

type Core = { readonly verifyPacts: (options: VerifierOptions) => Promise<unknown> };

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.once('message', (options) => {
  const core = (require('@pact-foundation/pact-core') as { readonly default: Core }).default;
  const end = (report: string): void => {
    process.send?.({ report }, () => process.exit(0));
  };
  core.verifyPacts(options as VerifierOptions).then(
    (results) => end(String(results)),
    (error: unknown) => end(told(error)),
  );
});
