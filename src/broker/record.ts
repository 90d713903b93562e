import { isJsonObject, parseJson } from '../contract';
import type { PacticipantVersion } from './can-i-deploy';
import { askClient, type ClientOptions } from './client';

/** A deployment, or a release, that a broker is told of. */
export interface Recording extends PacticipantVersion, ClientOptions {
  readonly kind: 'deployment' | 'release';
  readonly environment: string;
  /** Of a deployment: which of several instances in the environment it is. */
  readonly instance?: string | undefined;
}

function isRecorded(text: string): true | undefined {
  try {
    const value = parseJson(text);
    return isJsonObject(value) && '_links' in value ? true : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Tells a Pact broker, by Pact's own client, that a version was deployed or released.
 * @throws Failure (usage) where the broker does not know the version or the environment; Failure (environment) where it
 * cannot be asked.
 */
export async function record(recording: Recording): Promise<void> {
  const { kind, pacticipant, version, environment, instance } = recording;
  const where = ['--pacticipant', pacticipant, '--version', version, '--environment', environment];
  const which = instance === undefined ? [] : ['--application-instance', instance];
  await askClient([`record-${kind}`, ...where, ...which], `record the ${kind}`, recording, isRecorded);
}
