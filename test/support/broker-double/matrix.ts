import { ENVIRONMENTS, type KeptPact, type Memory } from './memory';

interface Asked {
  readonly pacticipant: string;
  readonly version: string;
}

interface Line {
  readonly pact: KeptPact;
  readonly providerVersion: string | undefined;
  readonly success: boolean | undefined;
  readonly isIgnored: boolean;
  /** Whether its version was asked for, and not the environment's. */
  readonly isNamed: boolean;
}

const askedIn = (query: URLSearchParams): Asked[] => {
  const versions = query.getAll('q[][version]');
  return query
    .getAll('q[][pacticipant]')
    .map((pacticipant, index) => ({ pacticipant, version: versions[index] ?? '' }));
};

function successOf(pact: KeptPact, providerVersion: string | undefined, memory: Memory): boolean | undefined {
  const results = memory.verifications.filter(
    (one) =>
      one.consumer === pact.consumer &&
      one.provider === pact.provider &&
      one.sha === pact.sha &&
      one.providerVersion === providerVersion,
  );
  return results.at(-1)?.success;
}

function linesFor(asked: readonly Asked[], environment: string | null, ignored: readonly string[], memory: Memory) {
  const others = (pacticipant: string): (string | undefined)[] => {
    const named = asked.filter((one) => one.pacticipant === pacticipant).map(({ version }) => version);
    const there = memory.deployed.filter((one) => one.pacticipant === pacticipant && one.environment === environment);
    const versions = named.length > 0 ? named : there.map(({ version }) => version);
    return versions.length === 0 ? [undefined] : versions;
  };
  const lineOf = (pact: KeptPact, providerVersion: string | undefined): Line => ({
    pact,
    providerVersion,
    success: successOf(pact, providerVersion, memory),
    isNamed: asked.some((one) => one.pacticipant === pact.provider),
    isIgnored: ignored.includes(pact.provider) || ignored.includes(pact.consumer),
  });
  const asConsumer = memory.pacts
    .filter((pact) => asked.some((one) => one.pacticipant === pact.consumer && one.version === pact.version))
    .flatMap((pact) => others(pact.provider).map((version) => lineOf(pact, version)));
  const asProvider = memory.pacts
    .filter((pact) => !asked.some((one) => one.pacticipant === pact.consumer))
    .flatMap((pact) =>
      asked
        .filter((one) => one.pacticipant === pact.provider && others(pact.consumer).includes(pact.version))
        .map((one) => lineOf(pact, one.version)),
    );
  return [...asConsumer, ...asProvider];
}

/** lib/pact_broker/matrix/deployment_status_summary.rb and reason_decorator.rb: seen on 2.112.0. */
function reasonOf({ pact, providerVersion, success, isNamed }: Line, environment: string | null): string {
  const { consumer, provider, version } = pact;
  if (success === false)
    return `The verification for the pact between version ${version} of ${consumer} and version ${providerVersion} of ${provider} failed`;
  const which =
    providerVersion === undefined
      ? `a version of ${provider} currently in ${environment} (no version is currently recorded as deployed/released in this environment)`
      : isNamed
        ? `version ${providerVersion} of ${provider}`
        : `the version of ${provider} currently in ${environment} (${providerVersion})`;
  return `There is no verified pact between version ${version} of ${consumer} and ${which}`;
}

const versionDocument = (number: string | undefined): unknown => (number === undefined ? null : { number });

const lineDocument = ({ pact, providerVersion, success, isIgnored }: Line): object => ({
  consumer: { name: pact.consumer, version: versionDocument(pact.version) },
  // Where there is no result, the real one names no version of the provider.
  provider: { name: pact.provider, version: versionDocument(success === undefined ? undefined : providerVersion) },
  verificationResult: success === undefined ? null : { success },
  ...(isIgnored ? { ignored: true } : {}),
});

/** spec/features/get_matrix_spec.rb, can_i_deploy_spec.rb: an answer, or what is wrong with the question. */
export function matrixFor(query: URLSearchParams, memory: Memory): { status: number; body: object } {
  const asked = askedIn(query);
  const environment = query.get('environment');
  const unknown = asked.find(({ pacticipant }) => !memory.knows(pacticipant));
  if (unknown !== undefined) return { status: 400, body: { errors: [`Pacticipant ${unknown.pacticipant} not found`] } };
  if (environment !== null && !ENVIRONMENTS.includes(environment))
    return { status: 400, body: { errors: [`Environment with name '${environment}' does not exist`] } };
  const absent = asked.filter(({ pacticipant, version }) => memory.versionOf(pacticipant, version) === undefined);
  const lines = linesFor(asked, environment, query.getAll('ignore[][pacticipant]'), memory);
  const counted = lines.filter(({ isIgnored }) => !isIgnored);
  const failed = counted.filter(({ success }) => success === false);
  const missing = counted.filter(({ success }) => success === undefined);
  const reasons = [
    ...absent.map(
      ({ pacticipant, version }) =>
        `No pacts or verifications have been published for version ${version} of ${pacticipant}`,
    ),
    ...[...failed, ...missing].map((line) => reasonOf(line, environment)),
  ];
  const deployable = absent.length > 0 || failed.length > 0 ? false : missing.length > 0 ? null : true;
  const fine =
    lines.length === 0
      ? 'There are no missing dependencies'
      : 'All required verification results are published and successful';
  const texts = reasons.length === 0 ? [fine] : reasons;
  const success = counted.length - failed.length - missing.length;
  return {
    status: 200,
    body: {
      summary: { deployable, reason: texts.join('\n'), success, failed: failed.length, unknown: missing.length },
      notices: texts.map((text) => ({ type: deployable === true ? 'success' : 'error', text })),
      matrix: lines.map(lineDocument),
    },
  };
}
