import type { Run } from 'pactcheck';
import { verifyProvider } from 'pactcheck/provider';
import { makeProject, type Project } from '../support/project';
import { runCli } from '../support/run-cli';
import { json, type ScriptedService, scripted } from '../support/scripted-service';

const operation = (name: string, member: string): string => `
  /${name}:
    get:
      operationId: ${name}
      responses:
        '200':
          description: A ${name}.
          content:
            application/json:
              schema:
                type: object
                required: [id, ${member}]
                properties:
                  id: { type: string }
                  ${member}: { type: integer, minimum: 1 }`;

const documentOf = (title: string, ...operations: readonly string[]): string =>
  `openapi: 3.0.3\ninfo: { title: ${title}, version: '1' }\npaths:${operations.join('')}\n`;

const SHOP = 'documents/shop.yaml';
const BOTH = [`${SHOP}#orders`, `${SHOP}#carts`];

/** A shop that answers as its states say, but that of carts it may say too little. */
async function startShop(cart: { readonly isFaulty: boolean }): Promise<ScriptedService> {
  let answer: unknown;
  return scripted((request, body, response) => {
    if (request.url !== '/states') {
      const { id } = answer as { id: string };
      return json(response, request.url === '/carts' && cart.isFaulty ? { id, items: 0 } : answer);
    }
    const { action, params } = JSON.parse(body) as { action: string; params?: { answer?: unknown } };
    if (action === 'setup') answer = params?.answer;
    json(response, {});
  });
}

describe('several contracts in one verification', () => {
  let project: Project;
  const cart = { isFaulty: false };
  let shop: ScriptedService;

  beforeAll(async () => {
    project = makeProject({
      [SHOP]: documentOf('Shop', operation('orders', 'total'), operation('carts', 'items')),
      'documents/bank.yaml': documentOf('Bank', operation('accounts', 'number')),
    });
    const written = await runCli(['pacts', ...BOTH, 'documents/bank.yaml#accounts'], { cwd: project.folder });
    expect(written.exitCode).toBe(0);
    shop = await startShop(cart);
  });
  afterAll(async () => {
    await shop.close();
    project.remove();
  });

  const verified = (contract: readonly string[]): Promise<Run> =>
    verifyProvider({
      cwd: project.folder,
      providerBaseUrl: shop.url,
      providerStatesSetupUrl: `${shop.url}/states`,
      contract,
    });

  it('holds each answer to the contract that has its operation, and leaves out what others serve', async () => {
    cart.isFaulty = false;
    const run = await verified(BOTH);
    expect(run.warnings).toBeUndefined();
    expect(run.summary).toMatchObject({ failed: 0, skipped: 0 });
    expect(run.results.map(({ id }) => id.split(' ')[0])).toEqual(expect.arrayContaining(['orders', 'carts']));
    expect(run.results.some(({ id }) => id.startsWith('accounts'))).toBe(false);
  });

  it('finds what only the second contract says, and shows it at the file of that contract', async () => {
    cart.isFaulty = true;
    const run = await verified(BOTH);
    const failed = run.results.filter(({ status }) => status === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    for (const { id, findings, details } of failed) {
      expect(id).toMatch(/^carts /);
      expect(findings.map(({ rule }) => rule)).toContain('limit');
      expect(details?.['file']).toBe(SHOP);
    }
  });

  it('says which answers no contract holds', async () => {
    cart.isFaulty = false;
    const run = await verified(BOTH.slice(0, 1));
    expect(run.warnings).toEqual([
      expect.stringMatching(/^no contract has GET \/carts: \d+ of \d+ answers to \S+ are held to the pact alone$/),
    ]);
    expect(run.contractFile).toBe(SHOP);
  });
});
