import { isJsonObject, type JsonObject, type JsonValue } from '../contract';
import { Failure } from '../result';
import { type Hal, linkName, linkOf } from './hal';

/** Which pacts of a broker are verified. */
export interface BrokerSelection {
  readonly provider: string;
  /** As the broker takes them: `{ "mainBranch": true }`. */
  readonly selectors: readonly JsonObject[];
  readonly enablePending: boolean;
  /** A date, `YYYY-MM-DD`: also pacts that nobody selected, and that were made since then. */
  readonly includeWipSince?: string | undefined;
  /** The provider's branch and tags, which tell which pacts are pending. */
  readonly branch?: string | undefined;
  readonly tags: readonly string[];
}

/** What a broker says about a pact. `when` tells the moment: `before_verification`, or after which result. */
export interface Notice {
  readonly when: string;
  readonly text: string;
}

/** A pact of a broker, and where its result is published. */
export interface BrokerPact {
  readonly document: JsonObject;
  readonly consumer: string;
  readonly provider: string;
  /** The version of the consumer whose pact it is, where the broker says. */
  readonly consumerVersion: string | undefined;
  /** Where it lies, for as long as it is there. */
  readonly url: string;
  readonly publishUrl: string | undefined;
  readonly isPending: boolean;
  /** Why it is here: `latest from main branch`. */
  readonly why: string | undefined;
  readonly notices: readonly Notice[];
}

const objectAt = (document: JsonObject, name: string): JsonObject => {
  const value = document[name];
  return value !== undefined && isJsonObject(value) ? value : {};
};

const objectsIn = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value) ? (value as JsonValue[]).filter(isJsonObject) : [];

const textAt = (document: JsonObject, name: string): string | undefined => {
  const value = document[name];
  return typeof value === 'string' ? value : undefined;
};

/** A broker writes its sentences over several lines. */
const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

const noticesOf = (properties: JsonObject): Notice[] =>
  objectsIn(properties['notices']).map(({ when, text }) => ({ when: String(when), text: inOneLine(String(text)) }));

function pactOf(document: JsonObject, url: string, listed: JsonObject): BrokerPact {
  const properties = objectAt(listed, 'verificationProperties');
  return {
    document,
    consumer: textAt(objectAt(document, 'consumer'), 'name') ?? '',
    provider: textAt(objectAt(document, 'provider'), 'name') ?? '',
    consumerVersion: linkName(document, 'pb:consumer-version'),
    url: linkOf(document, 'pb:pact-version') ?? url,
    publishUrl: linkOf(document, 'pb:publish-verification-results'),
    isPending: properties['pending'] === true,
    why: textAt(listed, 'shortDescription'),
    notices: noticesOf(properties),
  };
}

async function listedPact(hal: Hal, listed: JsonObject): Promise<BrokerPact> {
  const url = linkOf(listed, 'self');
  if (url === undefined)
    throw new Failure('environment', 'the broker lists a pact without a link', 'Check the broker.');
  return pactOf(await hal.call('GET', url), url, listed);
}

/**
 * Returns the pact at an address, as a webhook names it.
 * @throws Failure where there is none, or the broker cannot be asked.
 */
export const pactAt = async (hal: Hal, url: string): Promise<BrokerPact> => pactOf(await hal.call('GET', url), url, {});

/**
 * Returns the pacts that a broker asks a provider to verify; none where it has none.
 * @throws Failure (usage) where the broker does not know the provider, a selector or an environment; Failure
 * (environment) where it cannot be asked.
 */
export async function pactsForVerification(hal: Hal, selection: BrokerSelection): Promise<BrokerPact[]> {
  const { provider, selectors, enablePending, includeWipSince, branch, tags } = selection;
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
    ...(tags.length === 0 ? {} : { providerVersionTags: tags }),
  });
  return Promise.all(objectsIn(objectAt(listed, '_embedded')['pacts']).map((one) => listedPact(hal, one)));
}

/** Tells whether a broker knows a provider: a new one has no consumer yet. */
export async function knowsPacticipant(hal: Hal, pacticipant: string): Promise<boolean> {
  const url = linkOf(await hal.index(), 'pb:pacticipant', { pacticipant });
  return url === undefined || (await hal.answer('GET', url)).status !== 404;
}
