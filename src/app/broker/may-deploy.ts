import { type AskedBroker, accessTo, canIDeploy, type DeployAnswer, type PacticipantVersion } from '../../broker';
import { type Finding, fingerprint, type Result, type Run, resultOf, runOf } from '../../result';
import { requireVersion } from './version';

/** A pacticipant, and its version where that was said. */
export interface NamedVersion {
  readonly pacticipant: string;
  readonly version?: string | undefined;
}

/** The versions that are to be deployed, the environment, and the broker that is asked. */
export interface DeployOptions {
  /** The versions that are to go together; the commit that CI or git says where one has no version. */
  readonly named: readonly NamedVersion[];
  readonly environment: string;
  readonly broker: AskedBroker;
  /** Pacticipants whose results do not count. */
  readonly ignored?: readonly string[] | undefined;
  /** How long to wait while a result is missing; not at all where it is not given. */
  readonly waitSeconds?: number | undefined;
  /** How long the broker may take; 30 where it is not given. */
  readonly timeoutSeconds?: number | undefined;
  /** Says what the broker says, and passes. */
  readonly isDry?: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly signal: AbortSignal;
}

interface Asked {
  readonly versions: readonly PacticipantVersion[];
  readonly environment: string;
  readonly isDry: boolean;
}

const MOST_NAMED = 5;

/** Names the versions without a known result, as the end of a sentence; `''` where none is missing. */
function missingText(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  const more = missing.length > MOST_NAMED ? `, and ${missing.length - MOST_NAMED} more` : '';
  return `. No result is known of ${missing.slice(0, MOST_NAMED).join(', ')}${more}`;
}

function findingOf({ reason, missing, notices }: DeployAnswer, { versions, environment, isDry }: Asked): Finding {
  const rule = 'not-deployable';
  return {
    rule,
    level: isDry ? 'warning' : 'error',
    pointer: '',
    message: `${reason}${missingText(missing)}${isDry ? ' (dry run)' : ''}`,
    expected: `a verified pact with all that is in ${environment}`,
    actual: notices[0] ?? '',
    fingerprint: fingerprint({
      rule,
      place: versions.map(({ pacticipant }) => pacticipant).join(', '),
      scope: environment,
    }),
  };
}

function resultFor(answer: DeployAnswer, asked: Asked): Result {
  const { versions, environment } = asked;
  const id = `${versions.map(({ pacticipant, version }) => `${pacticipant} ${version}`).join(' and ')} to ${environment}`;
  const details = answer.notices.length === 0 ? undefined : { notices: answer.notices.join('\n') };
  return resultOf(id, answer.isDeployable ? [] : [findingOf(answer, asked)], details);
}

/**
 * Asks a broker whether versions may be deployed together.
 * @throws Failure (usage) where nobody knows a version; Failure (environment) where the broker does not answer.
 */
export async function mayDeploy(options: DeployOptions): Promise<Run> {
  const started = performance.now();
  const { named, environment, broker, env, cwd, signal } = options;
  const versions = named.map(({ pacticipant, version }) => ({
    pacticipant,
    version: requireVersion({ version }, '--pacticipant-version', env, cwd).version,
  }));
  const answer = await canIDeploy({
    versions,
    environment,
    ignored: options.ignored ?? [],
    waitSeconds: options.waitSeconds ?? 0,
    access: accessTo(broker, env),
    env,
    timeoutSeconds: options.timeoutSeconds ?? 30,
    signal,
  });
  const isDry = options.isDry === true || env['PACT_BROKER_CAN_I_DEPLOY_DRY_RUN'] === 'true';
  const contract = versions.map(({ pacticipant }) => pacticipant).join(', ');
  const result = resultFor(answer, { versions, environment, isDry });
  return runOf({ command: 'can-i-deploy', contract, seed: 0 }, [result], Math.round(performance.now() - started));
}
