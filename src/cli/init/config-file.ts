import { stringLiteral } from '../../importers';
import type { Plan } from './plan';

/** The entry of the contract in the configuration. @param hasStates whether there is a file of their handlers. */
export const configEntry = (name: string, documentReference: string, { folder }: Plan, hasStates: boolean): string =>
  [
    '    {',
    `      contract: ${stringLiteral(name)},`,
    `      document: ${stringLiteral(documentReference)},`,
    `      provider: { baseUrl: '$PROVIDER_URL', ${hasStates ? `states: '${folder}/states.ts', ` : ''}wait: 30 },`,
    '    },',
  ].join('\n');

/** `pactcheck.config.ts`: what the gate looks at. The service is verified where `PROVIDER_URL` is set. */
export const configFile = (entry: string): string => `import { defineConfig } from 'pactcheck';

export default defineConfig({
  contracts: [
${entry}
  ],
});
`;
