import { spawn } from 'node:child_process';
import type { Started } from '../faults/user-service';

/** A program that runs Pact's own verifier once, with the options in its last argument, and ends with its verdict. */
const PROGRAM = `
  const { default: core } = require('@pact-foundation/pact-core');
  core.verifyPacts(JSON.parse(process.argv.at(-1))).then(() => process.exit(0), () => process.exit(1));
`;

/** Pact's own verifier on a whole file, as a team would run it, with the states that the service takes. */
export function plainRun(file: string, { url, statesUrl }: Started, size: number): Promise<void> {
  const options = {
    provider: 'iam',
    providerBaseUrl: url,
    pactUrls: [file],
    providerStatesSetupUrl: statesUrl,
    providerStatesSetupTeardown: true,
    providerStatesSetupBody: true,
    logLevel: 'error',
    timeout: 30_000,
  };
  const env = { ...process.env, PACT_DO_NOT_TRACK: 'true' };
  const child = spawn(process.execPath, ['-e', PROGRAM, JSON.stringify(options)], { env, stdio: 'ignore' });
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('exit', (code) =>
      code === 0 ? settle() : fail(new Error(`the plain run of ${size} ended with ${code}`)),
    );
  });
}
