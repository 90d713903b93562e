import { stringLiteral } from '../../importers';
import type { Plan } from './plan';

/** What an entry of the configuration is made of, beside the contract. */
export interface EntryParts {
  readonly baseUrl: string;
  /** Whether there is a file of state handlers. */
  readonly hasStates: boolean;
}

/** The entry of the contract in the configuration: it refers to the document where that lies. */
export const configEntry = ({ folder, path, document: { name } }: Plan, { baseUrl, hasStates }: EntryParts): string =>
  [
    '    {',
    `      contract: ${stringLiteral(name)},`,
    `      document: ${stringLiteral(path)},`,
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

/** Whether a configuration has an entry of a contract. */
export const hasEntry = (config: string, { document: { name } }: Plan): boolean =>
  config.includes(`contract: ${stringLiteral(name)}`);

/** The list of contracts as {@link configFile} writes it, up to its end. */
const LIST = /^ {2}contracts: \[\n(?:(?: {4}.*)?\n)*?(?= {2}\],$)/m;

/** The configuration with one more contract; `undefined` where its list is written in another way. */
export function withEntry(config: string, entry: string): string | undefined {
  const list = LIST.exec(config);
  if (list === null) return undefined;
  const end = list.index + list[0].length;
  return `${config.slice(0, end)}${entry}\n${config.slice(end)}`;
}
