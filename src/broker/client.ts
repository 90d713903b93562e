import { execFile } from 'node:child_process';
import { ownChild } from '../cleanup';
import { Failure, type FailureKind } from '../result';
import { type BrokerAccess, clientVariables, withoutCredentials } from './access';
import { CREDENTIALS } from './refusal';

/** How Pact's own client is run. */
export interface ClientOptions {
  readonly access: BrokerAccess;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal | undefined;
}

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly isKilled: boolean;
}

/** The program in the package of the platform. The package has no types. */
const program = (): string =>
  (
    require('@pact-foundation/pact-cli/src/pact-standalone') as { standalone: () => { readonly pactFullPath: string } }
  ).standalone().pactFullPath;

function run(words: readonly string[], { access, env, timeoutSeconds, signal }: ClientOptions): Promise<Ended> {
  const options = {
    env: clientVariables(access, env),
    timeout: timeoutSeconds * 1000,
    ...(signal === undefined ? {} : { signal }),
    maxBuffer: 2 ** 26,
  };
  return new Promise((settle) => {
    const child = execFile(program(), ['broker', ...words], options, (error, stdout, stderr) =>
      settle({ stdout, stderr, isKilled: error?.killed === true }),
    );
    ownChild(child);
  });
}

/** The last thing that it said, without its signs and its URL that is said twice. */
const lastLine = (text: string): string =>
  withoutCredentials(text.trim().split('\n').at(-1) ?? '')
    .replace(/^[^\w]+/, '')
    .replace(/ URL: '[^']*'$/, '');

/** What the client says where a call cannot be done as it was asked, whatever the network does. */
const ASKED_WRONGLY = /not found|does not exist|failed validation|\b(?:400|404|409|422)\b/i;

const TRUST = 'If its certificate is not trusted, name that of whoever signed it: --ca FILE, or SSL_CERT_FILE.';

function failureOf(
  { stderr, stdout, isKilled }: Ended,
  doing: string,
  { access, timeoutSeconds }: ClientOptions,
): Failure {
  if (isKilled) {
    const message = `the broker at ${access.url} gave no answer in ${timeoutSeconds} s`;
    return new Failure('environment', message, 'Try again later.');
  }
  const said = lastLine(stderr) || lastLine(stdout) || 'nothing';
  const message = `the broker cannot ${doing}: ${said}`;
  // What stands in quotes is an address, and may hold any number.
  const status = said.replace(/'[^']*'/g, '');
  if (/\b40[13]\b/.test(status)) return new Failure('environment', message, CREDENTIALS);
  const isAskedWrongly = ASKED_WRONGLY.test(status);
  const kind: FailureKind = isAskedWrongly ? 'usage' : 'environment';
  const next = isAskedWrongly
    ? 'Check the names: a version that nothing was published of is not known.'
    : `Check PACT_BROKER_BASE_URL, and whether the broker is up. ${access.url.startsWith('https:') ? TRUST : ''}`.trim();
  return new Failure(kind, message, next);
}

/**
 * Runs Pact's own client, and returns what `read` makes of its standard output. Its exit code is left aside: with JSON
 * it is 0 whatever the broker says. It tries once, since it would wait for minutes for a broker that is down.
 * @param doing what the broker is asked for, after "cannot".
 * @throws Failure (usage) where the broker does not know what is asked about; Failure (environment) where it cannot be
 * asked.
 */
export async function askClient<T>(
  words: readonly string[],
  doing: string,
  options: ClientOptions,
  read: (stdout: string) => T | undefined,
): Promise<T> {
  const ended = await run([...words, '--output', 'json', '--retries', '1'], options);
  const answer = read(ended.stdout);
  if (answer === undefined) throw failureOf(ended, doing, options);
  return answer;
}
