import type { Plan, Runner } from './plan';

const IMPORTS: Readonly<Record<Runner, string>> = {
  node: "import { after, describe, it } from 'node:test';",
  jest: "import { afterAll as after, describe, it } from '@jest/globals';",
  vitest: "import { afterAll as after, describe, it } from 'vitest';",
};

/** `client.ts`: stands for the program's own client until that is put in its place. */
export const clientFile = (): string => `import { type Interaction, plainCall } from 'pactcheck/consumer';

/**
 * Calls the service as an interaction has it, and gives what the program reads of the answer. Put your own client here:
 * what the consumer test holds is that it sends just this request, and reads just this answer.
 */
export async function read(interaction: Interaction, baseUrl: string): Promise<unknown> {
  const response = await plainCall(interaction)(baseUrl);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
`;

/** \`consumer.test.ts\`: each interaction of the contract through the client, on Pact's mock server. */
export const consumerTest = ({ runner }: Plan): string => `import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
${IMPORTS[runner]}
import { pactInteractions, record } from 'pactcheck/consumer';
import { read } from './client';
import contract from './contract';

const rows = JSON.parse(readFileSync(join(__dirname, 'rows.json'), 'utf8'));
const interactions = pactInteractions(contract, rows);
const folder = mkdtempSync(join(tmpdir(), 'pactcheck-consumer-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the answers that the consumer reads', () => {
  for (const [index, interaction] of interactions.entries())
    it(interaction.id, async () => {
      const answer = await record(interaction, join(folder, String(index)), (baseUrl) => read(interaction, baseUrl));
      assert.deepEqual(answer, interaction.response.body);
    });
});
`;
