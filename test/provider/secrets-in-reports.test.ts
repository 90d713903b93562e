import { verifyProvider } from 'pactcheck/provider';
import { REPORTERS } from '../../src/reporters';
import { ROOT } from '../support/run-cli';
import { json, type ScriptedService, scripted } from '../support/scripted-service';

const SECRETS = {
  header: 'k-header-1111',
  url: 'p-url-2222',
  statesUrl: 'p-states-3333',
  token: 't-state-4444',
};

/** A service that tells everybody what it was sent: in members, in errors, and where a state fails. */
function startTelltale(): Promise<ScriptedService> {
  let user: Record<string, unknown> = {};
  return scripted((request, body, response) => {
    const { authorization, 'x-api-key': key } = request.headers;
    const told = `${authorization} ${key} ${SECRETS.token}`;
    if (request.url !== '/states') {
      const isObject = body.startsWith('{"') && body.endsWith('}');
      return isObject
        ? json(response, { ...user, fullName: told, etag: told })
        : json(response, { message: told }, 400);
    }
    const { state, params } = JSON.parse(body) as { state: string; params?: { user?: Record<string, unknown> } };
    user = params?.user ?? user;
    if (state === 'another user has the email') return json(response, { told, authorization }, 500);
    json(response, { token: SECRETS.token });
  });
}

describe('secrets', () => {
  it('are in no report, whoever tells them', async () => {
    const service = await startTelltale();
    const withPassword = (password: string): string => service.url.replace('//', `//me:${password}@`);
    try {
      const run = await verifyProvider({
        cwd: ROOT,
        providerBaseUrl: withPassword(SECRETS.url),
        providerStatesSetupUrl: `${withPassword(SECRETS.statesUrl)}/states`,
        headers: [`X-Api-Key: ${SECRETS.header}`],
        select: { description: '409|empty' },
        explore: 4,
      });
      expect(run.summary.failed).toBeGreaterThan(3);
      const basic = (password: string): string => Buffer.from(`me:${password}`).toString('base64');
      const hidden = [...Object.values(SECRETS), basic(SECRETS.url), basic(SECRETS.statesUrl)];
      for (const { name, render } of REPORTERS.values())
        for (const secret of hidden)
          expect([name, secret, render(run).includes(secret)]).toEqual([name, secret, false]);
      expect(JSON.stringify(run)).toContain('$X_API_KEY');
      expect(JSON.stringify(run)).toContain('$STATES_AUTHORIZATION');
    } finally {
      await service.close();
    }
  });
});
