import { stringLiteral } from '../../importers';

const handler = (name: string): string =>
  `  ${stringLiteral(name)}: (params) => setUp(${stringLiteral(name)}, params),\n`;

/** `states.ts`: handlers of provider states, which hand them to a service that takes states itself. */
export const statesFile = (names: readonly string[]): string => `import type { StateHandlers } from 'pactcheck';

/**
 * \`pactcheck serve\` takes provider states at this URL. For a service of your own, write into each handler what brings it
 * into the state: insert the resource that the parameters hold, and nothing else.
 */
const url = \`\${process.env['PROVIDER_URL'] ?? 'http://127.0.0.1:8080'}/_pactcheck/states\`;

async function setUp(state: string, params: unknown): Promise<unknown> {
  const body = JSON.stringify({ state, params, action: 'setup' });
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!answer.ok) throw new Error(\`the service answered \${answer.status}: \${await answer.text()}\`);
  // What the setup gives, such as a token, is put into the request.
  return answer.json();
}

const states: StateHandlers = {
${names.map(handler).join('')}};

export default states;
`;
