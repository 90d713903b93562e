import { stringLiteral } from '../../importers';
import type { Plan, Runner } from './plan';

const DESCRIBE: Readonly<Record<Runner, string>> = {
  node: "import { describe } from 'node:test';",
  jest: "import { describe } from '@jest/globals';",
  vitest: "import { describe } from 'vitest';",
};

/** `client.ts`: stands for the program's own client until that is put in its place. */
export const clientFile = ({ added }: Plan): string => `import { parseJson } from 'pactcheck';
import { type Interaction, plainCall } from 'pactcheck/consumer';

/** Says that the service refused. An error of your own client's takes its place. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(\`the service refused with \${status}\`);
    this.name = 'Refused';
    this.status = status;
  }
}

/**
 * Calls the service as an interaction has it, and gives what the program holds of the answer; where the service refuses, it
 * throws. Call your own client here, by operation:
 *
 *   if (interaction.operation === ${stringLiteral(added[0] ?? 'get')}) return new Client(baseUrl).${added[0]?.replaceAll(/\W+/g, '_') ?? 'get'}(...);
 *
 * It may hold Dates, bigints and Maps, and wrap or rename what it reads: then \`toWire\` of consumer.test.ts says how the
 * wire has it.
 */
export async function read(interaction: Interaction, baseUrl: string): Promise<unknown> {
  const response = await plainCall(interaction)(baseUrl);
  const text = await response.text();
  if (response.status >= 400) throw new Refused(response.status);
  return text === '' ? undefined : parseJson(text);
}
`;

/** \`consumer.test.ts\`: each interaction of the contract through the client, on Pact's mock server. */
export const consumerTest = ({ testing: { runner }, document: { consumer, provider } }: Plan): string =>
  `${DESCRIBE[runner]}
import { testConsumer } from 'pactcheck/${runner}';
import { read } from './client';
import contract from './contract';

describe(${stringLiteral(`what ${consumer} reads of ${provider}`)}, () => {
  testConsumer(contract, { read });
});
`;
