import { execFile } from 'node:child_process';
import { configFile, entriesOf, loadConfig } from '../../app/config';
import { contractNames, loadContract } from '../../app/contract-reference';
import { git } from '../../app/git';
import { accessTo, Hal } from '../../broker';
import { brokerIn } from '../broker-options';
import type { Context } from '../context';
import { described } from '../failure-text';
import type { Check, Diagnosis } from './check';

/** The oldest Node that is supported: 20.19. */
const OLDEST = [20, 19] as const;

const fine = (found: string): Diagnosis => ({ status: 'fine', found });
const notUsed = (found: string): Diagnosis => ({ status: 'not used', found });
const wrong = (found: string, next: string): Diagnosis => ({ status: 'wrong', found, next });

async function node(): Promise<Diagnosis> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const recent = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return recent
    ? fine(process.versions.node)
    : wrong(process.versions.node, `Install Node ${OLDEST.join('.')} or later.`);
}

/** Starting a child keeps a crash of the native part, or what it prints, out of this process. */
async function pactNative(context: Context): Promise<Diagnosis> {
  const script =
    "process.stdout.write(require('@pact-foundation/pact-core/package.json').version);require('@pact-foundation/pact').PactV4;";
  const env = { ...process.env, PACT_DO_NOT_TRACK: 'true' };
  return new Promise((settle) => {
    execFile(process.execPath, ['-e', script], { cwd: __dirname, env, signal: context.signal }, (error, stdout) => {
      const next = 'Run npm ci again, without --omit=optional and on a platform that Pact supports.';
      settle(error === null ? fine(`pact-core ${stdout}`) : wrong('it cannot be loaded', next));
    });
  });
}

async function configuration(context: Context): Promise<Diagnosis> {
  const file = configFile(context.options.config, context.cwd);
  if (file === undefined) return notUsed('no pactcheck.config.ts: only the gate needs one');
  const config = await loadConfig(context.options.config, context.cwd);
  return fine(`${file}: ${config.contracts.length} contract${config.contracts.length === 1 ? '' : 's'}`);
}

async function contracts(context: Context): Promise<Diagnosis> {
  const names = contractNames(context.cwd);
  if (names.length === 0) return notUsed('no folder contracts/ with a contract in it');
  for (const name of names) await loadContract(name, { cwd: context.cwd });
  return fine(names.join(', '));
}

async function history(context: Context): Promise<Diagnosis> {
  if (git(context.cwd, 'rev-parse', 'HEAD') === undefined)
    return notUsed('not a git checkout: the gate has no baseline');
  const shallow = git(context.cwd, 'rev-parse', '--is-shallow-repository') === 'true';
  const next = 'Fetch the history: `fetch-depth: 0` in GitHub Actions, `GIT_DEPTH: 0` in GitLab CI.';
  return shallow ? wrong('a shallow clone: the gate finds no baseline', next) : fine('the gate can compare with it');
}

async function answers(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  await response.body?.cancel();
  return `${url} answers with ${response.status}`;
}

async function provider(context: Context): Promise<Diagnosis> {
  if (configFile(context.options.config, context.cwd) === undefined) return notUsed('no configuration names one');
  const entries = entriesOf(await loadConfig(context.options.config, context.cwd));
  const urls = entries.flatMap((entry) => entry.provider?.baseUrl ?? []);
  const known = urls
    .map((url) => (url.startsWith('$') ? context.env[url.slice(1)] : url))
    .filter((url) => url !== undefined);
  if (known.length === 0) return notUsed('no configuration names one, or its variable is not set');
  try {
    return fine((await Promise.all(known.map((url) => answers(url)))).join('; '));
  } catch {
    return wrong(`${known.join(', ')} does not answer`, 'Start the service, or correct its URL in the configuration.');
  }
}

async function broker(context: Context): Promise<Diagnosis> {
  const asked = brokerIn({}, context);
  if (asked === undefined) return notUsed('PACT_BROKER_BASE_URL is not set');
  const access = accessTo(asked, context.env);
  await new Hal(access).index();
  const { token, username } = access;
  const who = token === undefined ? (username === undefined ? 'nobody' : `the user ${username}`) : 'a token';
  return fine(`${access.url} answers ${who}`);
}

/** The checks, in the order in which a person would look. */
export const CHECKS: readonly Check[] = [
  { name: 'Node', kind: 'environment', examine: node },
  { name: "Pact's native part", kind: 'environment', examine: pactNative },
  { name: 'configuration', kind: 'usage', examine: configuration },
  { name: 'contracts', kind: 'usage', examine: contracts },
  { name: 'git history', kind: 'environment', examine: history },
  { name: 'provider', kind: 'environment', examine: provider },
  { name: 'broker', kind: 'environment', examine: broker },
];

/** Examines one thing; an error of the examination is a diagnosis, too. */
export async function diagnose(check: Check, context: Context): Promise<Diagnosis> {
  try {
    return await check.examine(context);
  } catch (error) {
    const { message, next } = described(error);
    return wrong(message, next ?? 'Run again with --verbose.');
  }
}
