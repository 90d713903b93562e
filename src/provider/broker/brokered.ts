import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { Failure } from '../../result';
import type { ReadPact } from '../pact-interaction';
import { readPactFrom, withUniqueIds } from '../read-pacts';
import { type Hal, linkOf } from './hal';

/** Which pacts of a broker are verified. */
export interface BrokerSelection {
  readonly provider: string;
  /** As the broker takes them: `{ "mainBranch": true }`. */
  readonly selectors: readonly JsonObject[];
  readonly enablePending: boolean;
  /** A date, `YYYY-MM-DD`: also pacts that nobody selected, and that were made since then. */
  readonly includeWipSince?: string | undefined;
  /** Of the provider: tells which pacts are pending. */
  readonly branch?: string | undefined;
}

/** A pact of a broker, and where its result is published. */
export interface BrokeredPact {
  readonly pact: ReadPact;
  readonly isPending: boolean;
  readonly publishUrl: string | undefined;
  /** What the broker says about why it is here, and what its failure means. */
  readonly notices: readonly string[];
}

const listAt = (document: JsonObject, ...path: readonly string[]): readonly JsonObject[] => {
  let here: JsonValue | undefined = document;
  for (const name of path) here = here !== undefined && isJsonObject(here) ? here[name] : undefined;
  return Array.isArray(here) ? (here as JsonValue[]).filter(isJsonObject) : [];
};

const objectAt = (document: JsonObject, name: string): JsonObject => {
  const value = document[name];
  return value !== undefined && isJsonObject(value) ? value : {};
};

/** Notices to be read before the verification. */
const noticesOf = (properties: JsonObject): string[] =>
  listAt(properties, 'notices')
    .filter(({ when }) => when === 'before_verification')
    .map(({ text }) => String(text));

/** The interactions of a pending pact are pending, each. */
const asPending = (pact: ReadPact): ReadPact => ({
  ...pact,
  interactions: pact.interactions.map((interaction) => ({ ...interaction, isPending: true })),
});

async function brokered(hal: Hal, listed: JsonObject): Promise<BrokeredPact> {
  const url = linkOf(listed, 'self');
  if (url === undefined)
    throw new Failure('environment', 'the broker lists a pact without a link', 'Check the broker.');
  const document = await hal.call('GET', url);
  const properties = objectAt(listed, 'verificationProperties');
  const isPending = properties['pending'] === true;
  const pact = readPactFrom(document, url);
  return {
    pact: isPending ? asPending(pact) : pact,
    isPending,
    publishUrl: linkOf(document, 'pb:publish-verification-results'),
    notices: noticesOf(properties),
  };
}

/**
 * The pacts of a broker that a provider has to verify, by the consumer version selectors.
 * @throws Failure (environment) where the broker cannot be asked; Failure (nothing tested) where it has none.
 */
export async function brokeredPacts(hal: Hal, selection: BrokerSelection): Promise<BrokeredPact[]> {
  const { provider, selectors, enablePending, includeWipSince, branch } = selection;
  const url = linkOf(await hal.index(), 'pb:provider-pacts-for-verification', { provider });
  if (url === undefined)
    throw new Failure(
      'environment',
      'the broker has no pacts for verification',
      'Check that it is a Pact broker of version 2.',
    );
  const listed = await hal.call('POST', url, {
    consumerVersionSelectors: selectors,
    includePendingStatus: enablePending,
    ...(includeWipSince === undefined ? {} : { includeWipPactsSince: includeWipSince }),
    ...(branch === undefined ? {} : { providerVersionBranch: branch }),
  });
  const pacts = await Promise.all(listAt(listed, '_embedded', 'pacts').map((one) => brokered(hal, one)));
  if (pacts.length === 0)
    throw new Failure(
      'nothing tested',
      `the broker has no pact of ${provider} for these selectors`,
      'Publish one, or select others.',
    );
  const unique = withUniqueIds(pacts.map(({ pact }) => pact));
  return pacts.map((one, index) => ({ ...one, pact: unique[index] as ReadPact }));
}
