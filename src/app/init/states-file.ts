import { stringLiteral } from '../../importers';
import type { KnownStates } from './neighbours';

/** Hands a state to a service that takes states itself, as `pactcheck serve` does. */
const SET_UP = `/**
 * \`pactcheck serve\` takes provider states at this address. For a service of your own, write into each handler what brings
 * it into the state: insert the resource that the parameters hold, and nothing else. What a handler gives, such as a
 * token, is put into the request; \`{ unsupported: 'the reason' }\` declines the state.
 */
const setUp: StateHandler = async (params, { state, providerBaseUrl }) => {
  const answer = await fetch(\`\${providerBaseUrl}/_pactcheck/states\`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ state, params, action: 'setup' }),
  });
  const text = await answer.text();
  if (answer.ok || (answer.status === 409 && text.includes('"unsupported"'))) return JSON.parse(text);
  throw new Error(\`the service answered \${answer.status}: write into \${__filename} how it is brought into the state\`);
};
`;

/**
 * `states.ts`: handlers of provider states, which hand them to a service that takes states itself.
 * @param known handlers that another contract of the same provider has already: they are taken from there.
 */
export function statesFile(names: readonly string[], known: readonly KnownStates[]): string {
  const own = names.filter((name) => known.every((one) => !one.names.includes(name)));
  const types = own.length === 0 ? 'StateHandlers' : 'StateHandler, StateHandlers';
  const imports = known.map(({ module }, index) => `import others${index || ''} from ${stringLiteral(module)};\n`);
  const spreads = known.map((_, index) => `  ...others${index || ''},\n`);
  const handlers = own.map((name) => `  ${stringLiteral(name)}: setUp,\n`);
  return [
    `import type { ${types} } from 'pactcheck/provider';\n`,
    ...imports,
    ...(own.length === 0 ? [] : ['\n', SET_UP]),
    `\nconst states: StateHandlers = {\n${[...spreads, ...handlers].join('')}};\n`,
    '\nexport default states;\n',
  ].join('');
}

/** The handlers as {@link statesFile} writes them, up to their end. */
const HANDLERS = /^const states: StateHandlers = \{\n(?:(?: {2}.*)?\n)*?(?=\};$)/m;

/** The states of a file of handlers that have none there, nor in one that is known. */
export const unhandled = (text: string, names: readonly string[], known: readonly KnownStates[]): string[] =>
  names.filter((name) => !text.includes(stringLiteral(name)) && known.every((one) => !one.names.includes(name)));

/** `states.ts` with handlers of more states; `undefined` where it is written in another way. */
export function withHandlers(text: string, names: readonly string[]): string | undefined {
  const list = HANDLERS.exec(text);
  if (list === null || !/^const setUp\b/m.test(text)) return undefined;
  const end = list.index + list[0].length;
  return text.slice(0, end) + names.map((name) => `  ${stringLiteral(name)}: setUp,\n`).join('') + text.slice(end);
}
