import { isJsonObject, type JsonObject, type JsonValue } from '../contract';
import { askClient, type ClientOptions } from './client';
import { documentIn } from './document-in';

/** A version of a pacticipant. */
export interface PacticipantVersion {
  readonly pacticipant: string;
  readonly version: string;
}

/** Which versions are to go where, together. */
export interface DeployQuestion extends ClientOptions {
  readonly versions: readonly PacticipantVersion[];
  readonly environment: string;
  /** Pacticipants whose results do not count. */
  readonly ignored: readonly string[];
  /** How long to wait while a result is missing; 0 for not at all. */
  readonly waitSeconds: number;
}

/** What a broker says. */
export interface DeployAnswer {
  readonly isDeployable: boolean;
  readonly reason: string;
  /** What else the broker says about it, a sentence each. */
  readonly notices: readonly string[];
  /** The pacts that no result is known of, as `till 1 and things`. */
  readonly missing: readonly string[];
}

/** How often a broker is asked again while a result is missing. */
const PAUSE_SECONDS = 5;

const objectIn = (value: JsonValue | undefined): JsonObject =>
  value !== undefined && isJsonObject(value) ? value : {};

const objectsIn = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value) ? (value as JsonValue[]).filter(isJsonObject) : [];

const textIn = (value: JsonValue | undefined): string[] => (typeof value === 'string' ? [value] : []);

function versionText(line: JsonObject, role: 'consumer' | 'provider'): string {
  const pacticipant = objectIn(line[role]);
  const [name = role] = textIn(pacticipant['name']);
  return [name, ...textIn(objectIn(pacticipant['version'])['number'])].join(' ');
}

/** A line of the matrix without a result; what is ignored needs none. */
const isMissing = ({ verificationResult, ignored }: JsonObject): boolean =>
  ignored !== true && !isJsonObject(verificationResult ?? null);

const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, '; ');

/** A broker says `true`, `false`, or, where a result is missing, `null`: only the first is a yes. */
function read(text: string): DeployAnswer | undefined {
  const answer = documentIn(text);
  const summary = answer === undefined ? undefined : answer['summary'];
  if (answer === undefined || summary === undefined || !isJsonObject(summary) || !('deployable' in summary))
    return undefined;
  return {
    isDeployable: summary['deployable'] === true,
    reason: inOneLine(textIn(summary['reason'])[0] ?? 'the broker gives no reason'),
    notices: objectsIn(answer['notices']).flatMap((notice) => textIn(notice['text']).map(inOneLine)),
    missing: objectsIn(answer['matrix'])
      .filter(isMissing)
      .map((line) => `${versionText(line, 'consumer')} and ${versionText(line, 'provider')}`),
  };
}

const waitWords = (seconds: number): string[] =>
  seconds === 0
    ? []
    : [
        '--retry-while-unknown',
        String(Math.ceil(seconds / PAUSE_SECONDS)),
        '--retry-interval',
        String(Math.min(seconds, PAUSE_SECONDS)),
      ];

/**
 * Asks a Pact broker whether versions may be deployed together, by Pact's own client.
 * @throws Failure (usage) where the broker does not know a pacticipant or the environment; Failure (environment) where
 * it cannot be asked.
 */
export function canIDeploy(question: DeployQuestion): Promise<DeployAnswer> {
  const { versions, environment, ignored, waitSeconds, timeoutSeconds } = question;
  const words = [
    'can-i-deploy',
    ...versions.flatMap(({ pacticipant, version }) => ['--pacticipant', pacticipant, '--version', version]),
    ...ignored.flatMap((name) => ['--ignore', name]),
    ...['--to-environment', environment],
    ...waitWords(waitSeconds),
  ];
  const options = { ...question, timeoutSeconds: timeoutSeconds + waitSeconds };
  return askClient(words, 'say whether this may be deployed', options, read);
}
