import { stringLiteral } from '../../importers';
import type { Plan } from './plan';

/** What an entry of the configuration is made of. */
export interface EntryParts {
  /** The document as it lies in the contract's folder, with its operation. */
  readonly document: string;
  readonly baseUrl: string;
  /** Whether there is a file of state handlers. */
  readonly hasStates: boolean;
}

/** The entry of the contract in the configuration. */
export const configEntry = (
  { folder, document: { name } }: Plan,
  { document, baseUrl, hasStates }: EntryParts,
): string =>
  [
    '    {',
    `      contract: ${stringLiteral(name)},`,
    `      document: ${stringLiteral(document)},`,
    `      provider: { baseUrl: ${stringLiteral(baseUrl)}, ${hasStates ? `states: '${folder}/states.ts', ` : ''}wait: 30 },`,
    '    },',
  ].join('\n');

/** `pactcheck.config.ts`: what the gate looks at. A service is verified where the variable with its address is set. */
export const configFile = (entry: string): string => `import { defineConfig } from 'pactcheck';

export default defineConfig({
  contracts: [
${entry}
  ],
});
`;

/** The list of contracts as {@link configFile} writes it, up to its end. */
const LIST = /^ {2}contracts: \[\n(?:(?: {4}.*)?\n)*?(?= {2}\],$)/m;

/** The configuration with one more contract; `undefined` where its list is written in another way. */
export function withEntry(config: string, entry: string): string | undefined {
  const list = LIST.exec(config);
  if (list === null) return undefined;
  const end = list.index + list[0].length;
  return `${config.slice(0, end)}${entry}\n${config.slice(end)}`;
}
