import { join } from 'node:path';
import { temporaryFolder } from '../cleanup';
import { Failure } from '../result';
import type { Interaction } from './interaction';
import { joinPacts, type Recorded, refuseClashes } from './join';
import type { PactFile } from './pact-file';
import { plainCall } from './plain-call';
import { record } from './record';

async function recordAll(interactions: readonly Interaction[], folder: string): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const [index, interaction] of interactions.entries()) {
    const own = join(folder, String(index));
    await record(interaction, own, plainCall(interaction));
    recorded.push({ interaction, folder: own });
  }
  return recorded;
}

/**
 * The pact files of interactions, each run through Pact's mock server with its own request.
 * @throws Failure (nothing tested) where there is no interaction; Failure (usage) where two would replace each other.
 */
export async function generatePacts(interactions: readonly Interaction[]): Promise<PactFile[]> {
  if (interactions.length === 0)
    throw new Failure(
      'nothing tested',
      'there is no interaction to write',
      'Give a contract that has operations with states.',
    );
  refuseClashes(interactions);
  const folder = temporaryFolder('pacts');
  try {
    return joinPacts(await recordAll(interactions, folder.path));
  } finally {
    folder.remove();
  }
}
