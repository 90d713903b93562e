import { matrixFor } from './matrix';
import { ENVIRONMENTS, type KeptPact, type Memory } from './memory';
import { noticesFor } from './notices';
import { errorsOf, pactsFor, type Query, type Selected } from './selection';

/** What a route answers with. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
}

/** A call, taken apart. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly body: Record<string, unknown>;
  /** Where the broker is, prefix and all. */
  readonly base: string;
  readonly memory: Memory;
}

type Handler = (call: Call, ...places: readonly string[]) => Answer;

const NOT_FOUND: Answer = { status: 404, body: { error: 'The requested document was not found on this server.' } };

const path = (...segments: readonly string[]): string => segments.map(encodeURIComponent).join('/');

/** lib/pact_broker/api/resources/index.rb: the relations that clients go by. */
const index: Handler = ({ base }) => ({
  status: 200,
  body: {
    _links: {
      self: { href: base, title: 'Index', templated: false },
      'pb:publish-contracts': { href: `${base}/contracts/publish`, title: 'Publish contracts', templated: false },
      'pb:pacticipant': { href: `${base}/pacticipants/{pacticipant}`, templated: true },
      'pb:pacticipant-version-tag': {
        href: `${base}/pacticipants/{pacticipant}/versions/{version}/tags/{tag}`,
        templated: true,
      },
      'pb:pacticipant-branch-version': {
        href: `${base}/pacticipants/{pacticipant}/branches/{branch}/versions/{version}`,
        templated: true,
      },
      'pb:pacticipant-version': { href: `${base}/pacticipants/{pacticipant}/versions/{version}`, templated: true },
      'pb:provider-pacts-for-verification': {
        href: `${base}/pacts/provider/{provider}/for-verification`,
        title: 'Pact versions to be verified for the specified provider',
        templated: true,
      },
      'pb:environments': { href: `${base}/environments`, templated: false },
    },
  },
});

interface Contract {
  readonly consumerName: string;
  readonly providerName: string;
  readonly content: string;
}

/** spec/features/publish_pact_all_in_one_spec.rb; the conflict is as 2.112.0 answers. */
const publishContracts: Handler = ({ base, body, memory }) => {
  const [consumer, version] = [String(body['pacticipantName']), String(body['pacticipantVersionNumber'])];
  const contracts = body['contracts'] as readonly Contract[];
  const texts = contracts.map(({ content }) => Buffer.from(content, 'base64').toString('utf8'));
  const changed = contracts.findIndex(({ providerName }, at) => {
    const before = memory.pactOf(consumer, providerName, version);
    return before !== undefined && before.sha !== memory.shaOfText(texts[at] as string);
  });
  if (changed !== -1) {
    const text = `Cannot change the content of the pact for ${consumer} version ${version} and provider ${contracts[changed]?.providerName}, as race conditions will cause unreliable results for can-i-deploy. Each pact must be published with a unique consumer version number.`;
    return { status: 409, body: { notices: [{ type: 'error', text }], errors: { contracts: [text] } } };
  }
  const kept = memory.version(consumer, version);
  if (typeof body['branch'] === 'string') kept.branches.add(body['branch']);
  for (const tag of (body['tags'] as string[] | undefined) ?? []) kept.tags.add(tag);
  for (const [at, { providerName }] of contracts.entries())
    memory.publish({ consumer, provider: providerName, version }, texts[at] as string);
  return {
    status: 200,
    body: {
      notices: [{ type: 'success', text: `Pact successfully published for ${consumer} version ${version}.` }],
      _links: {
        'pb:contracts': contracts.map(({ providerName }) => ({
          title: 'Pact',
          name: `Pact between ${consumer} (${version}) and ${providerName}`,
          href: `${base}/pacts/${path('provider', providerName, 'consumer', consumer, 'version', version)}`,
        })),
      },
    },
  };
};

/** The address of a content, with what the result is told of why it was verified (lib/pact_broker/pacts/metadata.rb). */
const contentUrl = (base: string, { provider, consumer, sha }: KeptPact): string =>
  `${base}/pacts/${path('provider', provider, 'consumer', consumer, 'pact-version', sha)}`;

const listed = (selected: Selected, base: string, query: Query): object => {
  const { pact, why, isPending } = selected;
  const url = contentUrl(base, pact);
  const tells = query.includePendingStatus === true;
  return {
    shortDescription: why,
    verificationProperties: {
      ...(tells ? { pending: isPending } : {}),
      notices: noticesFor(selected, { url, branch: query.providerVersionBranch, tells }),
    },
    _links: {
      self: {
        href: `${url}/metadata/bQ`,
        name: `Pact between ${pact.consumer} (${pact.version}) and ${pact.provider}`,
      },
    },
  };
};

/** spec/features/get_provider_pacts_for_verification_spec.rb; the refusals are as 2.112.0 answers. */
const forVerification: Handler = ({ base, body, memory }, provider = '') => {
  if (!memory.knows(provider)) return { status: 404, body: { error: `No provider with name '${provider}' found` } };
  const query = body as Query;
  const errors = errorsOf(query);
  if (Object.keys(errors).length > 0) return { status: 400, body: { errors } };
  return {
    status: 200,
    body: { _embedded: { pacts: pactsFor(provider, query, memory).map((one) => listed(one, base, query)) } },
  };
};

/** spec/features/get_pact_spec.rb: the pact as it was published, with ids and links. */
function pactDocument(pact: KeptPact | undefined, base: string): Answer {
  if (pact === undefined) return NOT_FOUND;
  const { consumer, provider, version, content } = pact;
  const url = contentUrl(base, pact);
  const href = `${base}/pacts/${path('provider', provider, 'consumer', consumer, 'version', version)}`;
  return {
    status: 200,
    body: {
      ...content,
      _links: {
        self: { title: 'Pact', name: `Pact between ${consumer} (${version}) and ${provider}`, href },
        'pb:consumer-version': {
          title: 'Consumer version',
          name: version,
          href: `${base}/pacticipants/${path(consumer, 'versions', version)}`,
        },
        'pb:provider': { name: provider, href: `${base}/pacticipants/${encodeURIComponent(provider)}` },
        'pb:pact-version': { title: 'Pact content version permalink', href: url },
        'pb:publish-verification-results': { href: `${url}/metadata/bQ/verification-results` },
        'pb:latest-verification-results': { href: `${url}/verification-results/latest` },
      },
    },
  };
}

const ofContent = (memory: Memory, provider = '', consumer = '', sha = ''): KeptPact | undefined =>
  memory.pacts.findLast((pact) => pact.provider === provider && pact.consumer === consumer && pact.sha === sha);

/** spec/features/publish_verification_results_and_version_spec.rb; the refusal is as 2.112.0 answers. */
const publishResults: Handler = ({ base, body, memory }, provider = '', consumer = '', sha = '') => {
  const pact = ofContent(memory, provider, consumer, sha);
  if (pact === undefined) return NOT_FOUND;
  if (typeof body['success'] !== 'boolean') return { status: 400, body: { errors: { success: ['must be boolean'] } } };
  const providerVersion = String(body['providerApplicationVersion']);
  memory.version(provider, providerVersion);
  const number = memory.verifications.length + 1;
  memory.verifications.push({ number, consumer, provider, sha, providerVersion, success: body['success'], body });
  return { status: 201, body: resultDocument(body, `${contentUrl(base, pact)}/verification-results/${number}`) };
};

const resultDocument = (body: Record<string, unknown>, href: string): object => ({
  ...body,
  _links: { self: { title: 'Verification result', href } },
});

/** spec/features/get_latest_verification_for_pact_spec.rb */
const latestResult: Handler = ({ base, memory }, provider = '', consumer = '', sha = '') => {
  const own = memory.verifications.filter(
    (one) => one.provider === provider && one.consumer === consumer && one.sha === sha,
  );
  const pact = ofContent(memory, provider, consumer, sha);
  const last = own.at(-1);
  if (last === undefined || pact === undefined) return NOT_FOUND;
  return {
    status: 200,
    body: resultDocument(last.body, `${contentUrl(base, pact)}/verification-results/${last.number}`),
  };
};

/** spec/features/create_branch_version_spec.rb */
const nameBranch: Handler = ({ memory }, pacticipant = '', branch = '', version = '') => {
  const kept = memory.version(pacticipant, version);
  kept.branches.add(branch);
  return { status: 201, body: { _links: {} } };
};

/** spec/features/tag_version_spec.rb */
const nameTag: Handler = ({ memory }, pacticipant = '', version = '', tag = '') => {
  memory.version(pacticipant, version).tags.add(tag);
  return { status: 201, body: { name: tag, _links: {} } };
};

/** spec/features/get_version_spec.rb: where deployments and releases are recorded, by environment. */
const version: Handler = ({ base, memory }, pacticipant = '', number = '') => {
  const kept = memory.versionOf(pacticipant, number);
  if (kept === undefined) return NOT_FOUND;
  const own = `${base}/pacticipants/${path(pacticipant, 'versions', number)}`;
  const links = (kind: string): object[] =>
    ENVIRONMENTS.map((name) => ({ name, href: `${own}/${kind}-versions/environment/${name}` }));
  return {
    status: 200,
    body: {
      number,
      _embedded: {
        branchVersions: [...kept.branches].map((name) => ({ name })),
        tags: [...kept.tags].map((name) => ({ name })),
      },
      _links: {
        self: { href: own, name: number },
        'pb:record-deployment': links('deployed'),
        'pb:record-release': links('released'),
      },
    },
  };
};

/** spec/features/get_environments_spec.rb */
const environments: Handler = ({ base }) => ({
  status: 200,
  body: {
    _embedded: {
      environments: ENVIRONMENTS.map((name) => ({
        uuid: name,
        name,
        _links: { self: { href: `${base}/environments/${name}` } },
      })),
    },
    _links: { 'pb:environments': ENVIRONMENTS.map((name) => ({ name, href: `${base}/environments/${name}` })) },
  },
});

/** spec/features/record_deployment_spec.rb, record_release_spec.rb */
const record: Handler = ({ base, memory }, pacticipant = '', number = '', kind = '', environment = '') => {
  memory.record(kind as 'deployed' | 'released', { pacticipant, version: number, environment });
  return { status: 201, body: { _links: { self: { href: `${base}/${kind}-versions/1` } } } };
};

/** In the order in which they are tried: a method and a path, whose places are handed on. */
const ROUTES: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['GET', /^\/?$/, index],
  ['POST', /^\/contracts\/publish$/, publishContracts],
  ['POST', /^\/pacts\/provider\/([^/]+)\/for-verification$/, forVerification],
  [
    'GET',
    /^\/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/version\/([^/]+)$/,
    ({ base, memory }, provider = '', consumer = '', number = '') =>
      pactDocument(memory.pactOf(consumer, provider, number), base),
  ],
  [
    'GET',
    /^\/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/pact-version\/([^/]+)(?:\/metadata\/[^/]+)?$/,
    ({ base, memory }, ...places) => pactDocument(ofContent(memory, ...places), base),
  ],
  [
    'POST',
    /^\/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/pact-version\/([^/]+)(?:\/metadata\/[^/]+)?\/verification-results$/,
    publishResults,
  ],
  [
    'GET',
    /^\/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/pact-version\/([^/]+)\/verification-results\/latest$/,
    latestResult,
  ],
  ['PUT', /^\/pacticipants\/([^/]+)\/branches\/([^/]+)\/versions\/([^/]+)$/, nameBranch],
  ['PUT', /^\/pacticipants\/([^/]+)\/versions\/([^/]+)\/tags\/([^/]+)$/, nameTag],
  ['GET', /^\/pacticipants\/([^/]+)\/versions\/([^/]+)$/, version],
  [
    'GET',
    /^\/pacticipants\/([^/]+)$/,
    ({ memory }, name = '') => (memory.knows(name) ? { status: 200, body: { name, _links: {} } } : NOT_FOUND),
  ],
  ['GET', /^\/environments$/, environments],
  ['POST', /^\/pacticipants\/([^/]+)\/versions\/([^/]+)\/(deployed|released)-versions\/environment\/([^/]+)$/, record],
  ['GET', /^\/matrix$/, ({ url, memory }) => matrixFor(url.searchParams, memory)],
];

/** Answers a call as a Pact broker does; what no route knows is not found. */
export function answerTo(call: Call, pathname: string): Answer {
  for (const [method, pattern, handler] of ROUTES) {
    const match = method === call.method ? pattern.exec(pathname) : null;
    if (match !== null) return handler(call, ...match.slice(1).map(decodeURIComponent));
  }
  return NOT_FOUND;
}
