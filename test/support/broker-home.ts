import { type BrokerDouble, brokerDouble, type DoubleOptions } from './broker-double';

/** A pact as a consumer publishes it. */
export interface ConsumerPact {
  readonly consumer: string;
  readonly version: string;
  readonly branch?: string;
  readonly provider: string;
  /** Members of the pact: interactions, messages. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** A result as the broker shows it. */
export interface ShownResult {
  readonly success: boolean;
  readonly providerApplicationVersion: string;
  readonly buildUrl?: string;
  readonly verifiedBy?: { readonly implementation: string; readonly version: string };
  readonly testResults?: readonly {
    readonly interactionId?: string;
    readonly success: boolean;
    readonly mismatches?: readonly { readonly attribute: string; readonly description: string }[];
  }[];
}

/** A broker for a test: the double, or the one whose address is in `PACTCHECK_TEST_BROKER`. */
export interface BrokerHome {
  readonly url: string;
  /** None where the broker is a real one. */
  readonly double: BrokerDouble | undefined;
  readonly publish: (pact: ConsumerPact) => Promise<void>;
  /** The last result of a consumer version's pact; none where there is none. */
  readonly resultOf: (consumer: string, version: string, provider: string) => Promise<ShownResult | undefined>;
  readonly pactUrl: (consumer: string, version: string, provider: string) => string;
  readonly get: (path: string) => Promise<Record<string, unknown> | undefined>;
  readonly close: () => Promise<void>;
}

/** The address of a real broker, where the suite runs against one. */
export const REAL = process.env['PACTCHECK_TEST_BROKER'] || undefined;

/** A test of what only the double can be made to do, such as to refuse. */
export const onDouble = REAL === undefined ? it : it.skip;

let count = 0;

/** Returns a name that no test before has used, nor any run on a real broker, which keeps what it was told. */
export function unique(name: string): string {
  count += 1;
  return REAL === undefined ? `${name}-${count}` : `${name}-${process.pid}-${Date.now().toString(36)}-${count}`;
}

interface Link {
  readonly href: string;
}

/** Starts the double, or names the real broker. */
export async function brokerHome(options: DoubleOptions = {}): Promise<BrokerHome> {
  const double = REAL === undefined ? await brokerDouble(options) : undefined;
  const url = REAL ?? double?.url ?? '';
  const { authorization } = options;
  const headers = {
    accept: 'application/hal+json, application/json',
    'content-type': 'application/json',
    ...(authorization === undefined ? {} : { authorization }),
  };
  const get = async (path: string): Promise<Record<string, unknown> | undefined> => {
    const response = await fetch(path.startsWith('http') ? path : `${url}${path}`, { headers });
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
  };
  const pactUrl = (consumer: string, version: string, provider: string): string =>
    `${url}/pacts/provider/${encodeURIComponent(provider)}/consumer/${encodeURIComponent(consumer)}/version/${encodeURIComponent(version)}`;
  return {
    url,
    double,
    get,
    pactUrl,
    publish: async ({ consumer, version, branch = 'main', provider, content }) => {
      const pact = {
        consumer: { name: consumer },
        provider: { name: provider },
        metadata: { pactSpecification: { version: '3.0.0' } },
        ...content,
      };
      const contract = {
        consumerName: consumer,
        providerName: provider,
        specification: 'pact',
        contentType: 'application/json',
        content: Buffer.from(JSON.stringify(pact)).toString('base64'),
      };
      const body = { pacticipantName: consumer, pacticipantVersionNumber: version, branch, contracts: [contract] };
      const response = await fetch(`${url}/contracts/publish`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    },
    resultOf: async (consumer, version, provider) => {
      const pact = await get(pactUrl(consumer, version, provider));
      const links = (pact?.['_links'] ?? {}) as Readonly<Record<string, Link>>;
      const link = links['pb:latest-verification-results'];
      return link === undefined ? undefined : ((await get(link.href)) as ShownResult | undefined);
    },
    close: async () => double?.close(),
  };
}
