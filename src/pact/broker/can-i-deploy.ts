import { execFile } from 'node:child_process';
import { ownChild } from '../../cleanup';
import { isJsonObject, type JsonValue, parseJson } from '../../contract';
import { Failure } from '../../result';

/** Which version is to go where. The broker itself is named by Pact's own variables, so that no secret is an argument. */
export interface DeployQuestion {
  readonly pacticipant: string;
  readonly version: string;
  readonly environment: string;
  /** `PACT_BROKER_BASE_URL`, and `PACT_BROKER_TOKEN` or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal | undefined;
}

/** What a broker says. */
export interface DeployAnswer {
  readonly isDeployable: boolean;
  readonly reason: string;
  /** What else the broker says about it, a sentence each. */
  readonly notices: readonly string[];
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

function run(words: readonly string[], { env, timeoutSeconds, signal }: DeployQuestion): Promise<Ended> {
  return new Promise((settle) => {
    const options = { env: { ...env }, timeout: timeoutSeconds * 1000, ...(signal === undefined ? {} : { signal }) };
    const child = execFile(program(), [...words], { ...options, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      settle({ stdout, stderr, isKilled: error?.killed === true }),
    );
    ownChild(child);
  });
}

const withoutCredentials = (text: string): string => text.replace(/\/\/[^/@\s]*@/g, '//***@');

/** The last thing that it said, without its signs and its URL that is said twice. */
const lastLine = (text: string): string =>
  withoutCredentials(text.trim().split('\n').at(-1) ?? '')
    .replace(/^[^\w]+/, '')
    .replace(/ URL: '[^']*'$/, '');

function failure({ stderr, stdout, isKilled }: Ended, question: DeployQuestion): Failure {
  const url = withoutCredentials(question.env['PACT_BROKER_BASE_URL'] ?? '');
  if (isKilled)
    return new Failure(
      'environment',
      `the broker at ${url} gave no answer in ${question.timeoutSeconds} s`,
      'Try again later.',
    );
  const said = lastLine(stderr) || lastLine(stdout) || 'nothing';
  const isRefused = /\b40[13]\b/.test(said);
  const next = isRefused
    ? 'Check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.'
    : 'Check PACT_BROKER_BASE_URL, and whether the broker is up and knows this version.';
  return new Failure('environment', `the broker cannot say whether this may be deployed: ${said}`, next);
}

function read(text: string): DeployAnswer | undefined {
  let answer: JsonValue;
  try {
    answer = parseJson(text);
  } catch {
    return undefined;
  }
  const summary = isJsonObject(answer) ? answer['summary'] : undefined;
  if (!isJsonObject(answer) || summary === undefined || !isJsonObject(summary)) return undefined;
  const { deployable, reason } = summary;
  if (typeof deployable !== 'boolean') return undefined;
  const notices = Array.isArray(answer['notices']) ? (answer['notices'] as JsonValue[]).filter(isJsonObject) : [];
  return {
    isDeployable: deployable,
    reason: typeof reason === 'string' ? reason : 'the broker gives no reason',
    notices: notices.flatMap(({ text: notice }) => (typeof notice === 'string' ? [notice] : [])),
  };
}

/**
 * Asks a Pact broker whether a version may be deployed, by Pact's own client. Its exit code is left aside: with JSON it
 * is 0 whatever the broker says. It tries once, since it would wait for minutes for a broker that is down.
 * @throws Failure (environment) where the broker cannot be asked.
 */
export async function canIDeploy(question: DeployQuestion): Promise<DeployAnswer> {
  const { pacticipant, version, environment } = question;
  const about = ['--pacticipant', pacticipant, '--version', version, '--to-environment', environment];
  const ended = await run(['broker', 'can-i-deploy', ...about, '--output', 'json', '--retries', '1'], question);
  const answer = read(ended.stdout);
  if (answer === undefined) throw failure(ended, question);
  return answer;
}
