import type { IncomingMessage } from 'node:http';
import { json, type ScriptedService, scripted } from './scripted-service';

/** A pact that the double has, and what it says of it. */
export interface PublishedPact {
  readonly content: object;
  readonly pending?: boolean;
  readonly notice?: string;
}

/** What the double was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface BrokerDouble extends ScriptedService {
  readonly asked: readonly Asked[];
  /** Says that a provider has verified all pacts of a version; until then the matrix knows of no result. */
  readonly verify: (consumer: string, version: string, success: boolean) => void;
}

/** A line of the matrix: a version of a consumer with what is deployed of its provider. */
const matrixOf = (consumer: string, version: string, success: boolean | undefined): object => {
  const count = (value: boolean | undefined): number => Number(success === value);
  const told = {
    true: 'All required verification results are published and successful',
    false: 'The verification failed',
  };
  const unknown = 'There is no verified pact between this version and what is deployed';
  const reason = success === undefined ? unknown : told[`${success}`];
  const summary = {
    deployable: success === true,
    reason,
    success: count(true),
    failed: count(false),
    unknown: count(undefined),
  };
  const line = {
    consumer: { name: consumer, version: { number: version } },
    provider: { name: 'things', version: { number: '1' } },
    verificationResult: success === undefined ? null : { success },
  };
  return { summary, notices: [{ type: success ? 'success' : 'error', text: reason }], matrix: [line] };
};

const asObject = (request: IncomingMessage, body: string): Asked => ({
  method: request.method ?? '',
  path: request.url ?? '',
  authorization: request.headers.authorization,
  body: body === '' ? undefined : JSON.parse(body),
});

/** The documents of the Pact broker's own API that a verification needs: HAL, in the form that the real one gives them. */
export async function brokerDouble(pacts: readonly PublishedPact[], token?: string): Promise<BrokerDouble> {
  const asked: Asked[] = [];
  const verified = new Map<string, boolean>();
  let url = '';
  const service = await scripted((request, body, response) => {
    const call = asObject(request, body);
    asked.push(call);
    if (token !== undefined && call.authorization !== `Bearer ${token}`)
      return json(response, { error: { message: 'unauthorised' } }, 401);
    if (call.path === '/')
      return json(response, {
        _links: {
          'pb:provider-pacts-for-verification': {
            href: `${url}/pacts/provider/{provider}/for-verification`,
            templated: true,
          },
          'pb:pacticipant-branch-version': {
            href: `${url}/pacticipants/{pacticipant}/branches/{branch}/versions/{version}`,
            templated: true,
          },
        },
      });
    if (call.path.startsWith('/matrix')) {
      const query = new URL(call.path, 'http://broker').searchParams;
      const [consumer, version] = [query.get('q[][pacticipant]') ?? '', query.get('q[][version]') ?? ''];
      if (consumer === 'nobody') return json(response, { errors: ['Pacticipant nobody not found'] }, 400);
      return json(response, matrixOf(consumer, version, verified.get(`${consumer} ${version}`)));
    }
    if (call.path.endsWith('/for-verification'))
      return json(response, {
        _embedded: {
          pacts: pacts.map(({ pending = false, notice }, index) => ({
            shortDescription: 'latest from main branch',
            verificationProperties: {
              pending,
              notices: notice === undefined ? [] : [{ when: 'before_verification', text: notice }],
            },
            _links: { self: { href: `${url}/pacts/${index}`, name: `Pact ${index}` } },
          })),
        },
      });
    const [, index] = /^\/pacts\/(\d+)$/.exec(call.path) ?? [];
    if (index !== undefined)
      return json(response, {
        ...pacts[Number(index)]?.content,
        _links: { 'pb:publish-verification-results': { href: `${url}/pacts/${index}/verification-results` } },
      });
    return json(response, {}, call.method === 'PUT' ? 200 : 201);
  });
  url = service.url;
  return { ...service, asked, verify: (consumer, version, success) => verified.set(`${consumer} ${version}`, success) };
}
