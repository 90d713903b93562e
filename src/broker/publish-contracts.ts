import { isJsonObject, type JsonObject, type JsonValue } from '../contract';
import { Failure } from '../result';
import { type Hal, linkOf } from './hal';

/** The pacts of one consumer, to be published together. */
export interface ConsumerPacts {
  readonly consumer: string;
  readonly version: string;
  readonly branch: string | undefined;
  readonly tags: readonly string[];
  readonly buildUrl: string | undefined;
  readonly pacts: readonly { readonly provider: string; readonly text: string }[];
}

/** A pact that a broker took. */
export interface PublishedPact {
  readonly consumer: string;
  readonly provider: string;
  readonly version: string;
  /** Where the broker shows it. */
  readonly url: string | undefined;
}

const bodyOf = ({ consumer, version, branch, tags, buildUrl, pacts }: ConsumerPacts): JsonObject => ({
  pacticipantName: consumer,
  pacticipantVersionNumber: version,
  ...(branch === undefined ? {} : { branch }),
  ...(tags.length === 0 ? {} : { tags }),
  ...(buildUrl === undefined ? {} : { buildUrl }),
  contracts: pacts.map(({ provider, text }) => ({
    consumerName: consumer,
    providerName: provider,
    specification: 'pact',
    contentType: 'application/json',
    content: Buffer.from(text).toString('base64'),
  })),
});

/** The addresses of the pacts, in the order in which they were sent. */
function urlsIn(document: JsonObject): (string | undefined)[] {
  const links = document['_links'];
  const contracts = links !== undefined && isJsonObject(links) ? links['pb:contracts'] : undefined;
  if (!Array.isArray(contracts)) return [];
  return (contracts as JsonValue[]).map((link) => {
    const href = isJsonObject(link) ? link['href'] : undefined;
    return typeof href === 'string' ? href : undefined;
  });
}

/**
 * Publishes the pacts of a consumer in one call, so that no other client sees a part of them.
 * @throws Failure (usage) where the broker refuses them: a version whose pact was another one cannot change it;
 * Failure (environment) where it cannot be asked.
 */
export async function publishContracts(hal: Hal, own: ConsumerPacts): Promise<PublishedPact[]> {
  const url = linkOf(await hal.index(), 'pb:publish-contracts');
  if (url === undefined)
    throw new Failure(
      'environment',
      'the broker takes no contracts in one call',
      'Update it: a Pact broker does so since version 2.86.',
    );
  const document = await hal.call('POST', url, bodyOf(own));
  const urls = urlsIn(document);
  return own.pacts.map(({ provider }, index) => ({
    consumer: own.consumer,
    provider,
    version: own.version,
    url: urls[index],
  }));
}
