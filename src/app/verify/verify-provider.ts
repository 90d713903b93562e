import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Contract, credentialsOf } from '../../contract';
import {
  credentialNames,
  isSecretName,
  maskOf,
  notingSecrets,
  type ReadPact,
  readPacts,
  type StateKeeper,
  secretsIn,
  type Verified,
  type VerifyOptions,
  verify,
  waitUntilReachable,
} from '../../provider';
import { credentialsIn } from '../../proxies';
import { Failure, type Result, type Run, runOf, type Shard } from '../../result';
import { type Brokered, fromBroker } from '../broker/from-broker';
import { countedFor, unverifiedWarnings } from '../broker/outcomes';
import { publicationResult } from '../broker/publication';
import { turnedOffWarnings } from '../turned-off';
import { answered } from './answered';
import { exploreAll } from './explore-all';
import { headersOf, passwordsIn } from './headers';
import {
  heldTo,
  leftToOthers,
  ofProvider,
  ownPacts,
  placedIn,
  providersWarnings,
  unheldWarnings,
  unreadWarnings,
} from './held-pacts';
import { httpAccess } from './http-access';
import { keeperOf } from './keeper';
import { type References, referencesFor } from './references';
import { namedIn, replayCommand } from './replay-command';
import { isPartial, type Selection, select } from './selection';
import { baseUrlOf, withoutCredentials } from './service-url';
import { staleWarnings } from './stale';
import { statesOfApi } from './states-of-api';
import { turnedOffBy } from './turned-off';
import type { VerifyProviderOptions } from './verify-provider-options';

/** Whether a parameter is one by which callers show who they are, in any of these contracts, or by its name. */
function credentialParameters(contracts: readonly Contract[]): (name: string) => boolean {
  const securities = contracts.flatMap(({ operations }) => operations.map(({ security }) => security));
  const names = securities.flatMap(credentialsOf).flatMap((one) => (one.scheme === 'apiKey' ? [one.name] : []));
  return (name) => names.includes(name) || isSecretName(name);
}

/** A service that names its members in the other naming breaks every interaction for one reason. */
function namingWarnings(results: readonly Result[]): string[] {
  const named = results.filter(({ findings }) => findings.some(({ rule }) => rule === 'wire-names'));
  const finding = named[0]?.findings.find(({ rule }) => rule === 'wire-names');
  if (finding === undefined) return [];
  return [
    `${named.length} answers have ${finding.actual}, the pacts and the contract ${finding.expected}: if the service is right, set wireNames in the contract and write the pacts again`,
  ];
}

const selectionOf = ({ ids, description, state, shard }: Partial<Selection> = {}): Selection => ({
  ids,
  description,
  state,
  shard,
});

const runWith = (run: Run, shard: Shard | undefined, warnings: readonly string[]): Run => ({
  ...run,
  ...(shard === undefined ? {} : { shard }),
  ...(warnings.length > 0 ? { warnings } : {}),
});

/** Marks a run that was not done to its end. */
const interruptedBy = (signal: AbortSignal | undefined): Pick<Run, 'interrupted'> =>
  signal?.aborted === true ? { interrupted: true } : {};

/** All that a verification needs, checked, and the service reached. */
export interface Prepared {
  /** All the pacts, of which `pacts` has only the interactions that are selected. */
  readonly all: readonly ReadPact[];
  readonly pacts: readonly ReadPact[];
  readonly references: References;
  /** What may be wrong with the pacts and contracts themselves: told before anything is replayed, and in the run. */
  readonly doubts: readonly string[];
  readonly verifying: VerifyOptions;
  readonly seed: number;
  /** Where the pacts are from, if not from a folder. */
  readonly brokered: Brokered | undefined;
  /** Ends what sets states up. @throws Failure where a state handler threw after all was done. */
  readonly close: () => Promise<void>;
}

/** Whether there is nothing to replay, and contracts to explore. */
const isExploredAlone = ({ pacts, broker, explore = 0, ...options }: VerifyProviderOptions, folder: string): boolean =>
  explore > 0 && pacts === undefined && broker === undefined && namedIn(options).length > 0 && !existsSync(folder);

/**
 * Reads and checks what a verification needs, and waits for the service.
 * @throws Failure where nothing could be verified: no pacts, no service, no contract, no states.
 */
export async function prepare(options: VerifyProviderOptions): Promise<Prepared> {
  const { pacts: folder = 'pacts', cwd = process.cwd(), seed = 1, wait = 0, headers = [] } = options;
  const baseUrl = baseUrlOf(options.providerBaseUrl);
  const { broker, env = process.env } = options;
  const publishes = broker?.publish === true;
  if (publishes && isPartial(options.select)) throw partial('only some of the interactions are selected');
  const brokered = broker === undefined ? undefined : await fromBroker(broker, env, cwd);
  for (const notice of brokered?.notices ?? []) options.onNotice?.(notice);
  const named = namedIn(options);
  const isExplored = isExploredAlone(options, resolve(cwd, folder));
  const read =
    brokered?.pacts ?? (isExplored ? [] : ofProvider(readPacts(resolve(cwd, folder), folder), options.provider));
  const { wireNames, beside } = options;
  const references = await referencesFor(named, { cwd, wireNames, beside, tell: options.onWarning });
  const left = leftToOthers(read, references);
  if (left !== undefined && publishes) throw partial(left);
  if (left !== undefined) options.onNotice?.(left);
  const all = named.length === 0 ? read : ownPacts(read, references);
  const doubts = [...unreadWarnings(all, references), ...staleWarnings(all, references)];
  for (const doubt of doubts) options.onNotice?.(doubt);
  const isEmpty = isExplored || (brokered !== undefined && brokered.pacts.length === 0);
  const pacts = isEmpty ? [] : select(all, selectionOf(options.select));
  const { states, providerStatesSetupUrl: url } = options;
  const sending = httpAccess(options, env, cwd);
  const extraHeaders = { ...credentialsIn(baseUrl), ...headersOf(headers) };
  const statesHeaders = url !== undefined && URL.canParse(url) ? credentialsIn(new URL(url)) : {};
  const passwords = passwordsIn([options.providerBaseUrl, url]);
  const secrets = new Set([...secretsIn(extraHeaders), ...secretsIn(statesHeaders), ...passwords]);
  const isCredential = credentialParameters(references.contracts);
  const injected = credentialNames(
    pacts.flatMap(({ interactions }) => interactions),
    isCredential,
  );
  const isSecret = (name: string): boolean => isSecretName(name) || injected.has(name);
  const turnedOff = turnedOffBy(options.without ?? [], references.contracts);
  const around = { providerBaseUrl: withoutCredentials(baseUrl), headers: extraHeaders };
  const byApi = (): StateKeeper => statesOfApi(references, { ...sending, baseUrl, extraHeaders });
  const asked = await keeperOf({ states, url, cwd, around, sending, byApi }, pacts);
  try {
    await waitUntilReachable(baseUrl, wait, sending);
  } catch (error) {
    await asked.close();
    throw error;
  }
  const total = pacts.flatMap(({ interactions }) => interactions).length;
  const verifying: VerifyOptions = {
    ...sending,
    baseUrl,
    keeper: notingSecrets(asked, secrets, isSecret),
    extraHeaders,
    turnedOff,
    referenceFor: references.of,
    mask: maskOf(secrets),
    replayCommand: replayCommand(options, brokered),
    onResult: (result) => options.onResult?.(result, total),
  };
  return { all, pacts, references, doubts, verifying, seed, brokered, close: asked.close };
}

/** A run of what was verified, with what would void a pass. */
export function verifyRun(prepared: Prepared, results: readonly Result[], durationMs: number, shard?: Shard): Run {
  const { all, pacts, references, doubts, verifying, seed } = prepared;
  const { contractDigest: digest, ...held } = heldTo(all, references);
  const placed = placedIn(results, all, references);
  const run = {
    ...runOf({ command: 'verify', ...held, seed }, placed, durationMs),
    ...(digest === undefined ? {} : { contractDigest: digest }),
  };
  return runWith(run, shard, [
    ...doubts,
    ...namingWarnings(results),
    ...providersWarnings(pacts),
    ...unheldWarnings(pacts, references),
    ...turnedOffWarnings(verifying.turnedOff),
  ]);
}

/** Half of a pact has no result: it would be a failure that nobody saw. */
const partial = (why: string): Failure =>
  new Failure(
    'usage',
    `results are published of whole pacts: ${why}`,
    'Verify all of it, or write each part by --reporter json=FILE and publish them together by `pactcheck report FILE... --publish`.',
  );

/** What the run can tell a broker, and what a person should know of it. */
function forBroker(
  { brokered, all }: Prepared,
  verified: Verified,
  options: VerifyProviderOptions,
): Pick<Run, 'brokerResults' | 'warnings'> {
  if (brokered === undefined) return {};
  const results = brokered.resultsFor(countedFor(verified, options.broker?.resultsOf ?? 'pact'));
  const none = all.length === 0 ? [`no consumer has a pact with ${results.provider} yet: nothing was verified`] : [];
  return { brokerResults: [results], warnings: [...none, ...unverifiedWarnings(results)] };
}

async function verifiedRun(prepared: Prepared, options: VerifyProviderOptions, started: number): Promise<Run> {
  const { all, pacts, references, verifying, seed } = prepared;
  const verified = await verify(pacts, verifying);
  const isInterrupted = options.signal?.aborted === true;
  const { results, warnings, ...covered } = answered(all, verified, references);
  // One shard explores: what is explored belongs to no interaction that could be shared out.
  const isExplorer = (options.select?.shard?.index ?? 1) === 1 && !isInterrupted;
  const count = isExplorer ? (options.explore ?? 0) : 0;
  const explorations = await exploreAll(all, references, verifying, { ...options, explore: count, seed });
  const run = verifyRun(prepared, [...results, ...explorations], Date.now() - started, options.select?.shard);
  const { warnings: ofBroker = [], ...brokered } = forBroker(prepared, verified, options);
  const told = [...(run.warnings ?? []), ...ofBroker, ...warnings];
  return {
    ...run,
    ...covered,
    ...brokered,
    ...(told.length === 0 ? {} : { warnings: told }),
    ...interruptedBy(options.signal),
  };
}

/**
 * Replays pacts on a live service, holds each answer to the whole contract, and gives the run. Nothing is published:
 * what a broker can be told is in the run.
 * @throws Failure where nothing could be verified: no pacts, no service, no contract, no states.
 * @example
 * const run = await verifyProvider({
 *   providerBaseUrl: 'http://localhost:8080',
 *   states: { 'a user exists': ({ user }) => users.replaceAll([user]) },
 * });
 * console.log(run.summary);
 */
export async function verifyPacts(options: VerifyProviderOptions): Promise<Run> {
  const started = Date.now();
  const prepared = await prepare(options);
  try {
    return await verifiedRun(prepared, options, started);
  } finally {
    await prepared.close();
  }
}

/** Whether a run without results is enough: where a new provider may have no pact yet. */
export const isEnoughFor = ({ results }: Run, broker: VerifyProviderOptions['broker']): boolean =>
  broker?.allowNoPacts === true && results.length === 0;

/**
 * Replays pacts on a live service, holds each answer to the whole contract, publishes the results where that is asked
 * for, and gives the run. What it finds is in the results; for a Jest test of a provider, look each interaction up by
 * its id. Results that the broker refuses are a failed result of the run.
 * @throws Failure where nothing could be verified: no pacts, no service, no contract, no states.
 */
export async function verifyProvider(options: VerifyProviderOptions): Promise<Run> {
  const run = await verifyPacts(options);
  const { broker, env = process.env } = options;
  if (broker?.publish !== true || run.interrupted === true) return run;
  const result = await publicationResult(run, broker, env);
  const results = [...run.results, result];
  return { ...run, results, summary: runOf(run, results, run.summary.durationMs).summary };
}

/** Which pacts of a folder, and which of their interactions. */
export type PactsInFolder = Pick<VerifyProviderOptions, 'pacts' | 'provider' | 'select' | 'cwd'>;

/**
 * The ids of the interactions in a folder of pacts, as results have them: to name a test for each before any is run.
 * @param pacts the folder, or one file; or how to choose among them, as for {@link verifyProvider}.
 * @throws Failure where there is no such folder, or nothing in it.
 * @example
 * const run = verifyProvider({ providerBaseUrl: url, states });
 *
 * it.each(interactionIds('pacts'))('%s', async (id) => {
 *   const result = (await run).results.find((one) => one.id === id);
 *   expect(result).toMatchObject({ status: 'passed', findings: [] });
 * });
 */
export function interactionIds(pacts: string | PactsInFolder): string[] {
  const {
    pacts: folder = 'pacts',
    cwd = process.cwd(),
    provider,
    ...chosen
  } = typeof pacts === 'string' ? { pacts } : pacts;
  const read = ofProvider(readPacts(resolve(cwd, folder), folder), provider);
  return select(read, selectionOf(chosen.select)).flatMap(({ interactions }) => interactions.map(({ id }) => id));
}
