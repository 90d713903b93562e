import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../cleanup';
import { Failure, systemFailure } from '../result';
import type { ByHand } from './by-hand';
import type { Interaction } from './interaction';
import { joinPacts, type Recorded, refuseClashes } from './join';
import type { PactFile } from './pact-file';
import { plainCall } from './plain-call';
import { record } from './record';

/** Pact says that it could not write, and not why: writing there says it. */
function unwritten(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && /unable to write the pact file/.test(error.message))) return error;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'as-much-as-a-pact'), Buffer.alloc(2 ** 16));
  } catch (refused) {
    return systemFailure(refused, folder) ?? refused;
  }
  return new Failure('environment', `${folder} cannot be written, and Pact does not say why`, 'Set TMPDIR to another.');
}

async function recordAll(interactions: readonly Interaction[], folder: string): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const [index, interaction] of interactions.entries()) {
    const own = join(folder, String(index));
    await record(interaction, own, plainCall(interaction)).catch((error: unknown) => {
      throw unwritten(error, own);
    });
    recorded.push({ interaction, folder: own });
  }
  return recorded;
}

/**
 * The pact files of interactions, each run through Pact's mock server with its own request.
 * @param byHand what tests written with Pact's own DSL agreed on, which goes into the same files.
 * @throws Failure (nothing tested) where there is no interaction; Failure (usage) where two would replace each other.
 */
export async function generatePacts(
  interactions: readonly Interaction[],
  byHand: readonly ByHand[] = [],
): Promise<PactFile[]> {
  if (interactions.length === 0)
    throw new Failure(
      'nothing tested',
      'there is no interaction to write',
      'Give a contract that has operations with states.',
    );
  refuseClashes(interactions);
  const folder = temporaryFolder('pacts');
  try {
    return joinPacts(await recordAll(interactions, folder.path), byHand);
  } finally {
    folder.remove();
  }
}
