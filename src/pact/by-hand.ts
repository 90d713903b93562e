import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type JsonObject, type JsonValue } from '../contract';
import { Failure } from '../result';
import type { WrittenInteraction } from './pact-file';

/** The folder, within that of the pact files, which tests written with Pact's own DSL write into. */
export const BY_HAND_FOLDER = 'by-hand';

/** The interactions that tests written by hand agreed on, of one consumer and one provider. */
export interface ByHand {
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly WrittenInteraction[];
}

const nameIn = (pact: JsonObject, party: 'consumer' | 'provider'): string | undefined => {
  const { [party]: named } = pact;
  return isJsonObject(named) && typeof named['name'] === 'string' ? named['name'] : undefined;
};

const isWritten = (value: JsonValue): value is WrittenInteraction =>
  isJsonObject(value) && typeof value['description'] === 'string' && value['type'] !== undefined;

/** Leaves out `pending: false`, which says nothing and which Pact adds whenever it opens a file. */
function withoutPending(interaction: WrittenInteraction): WrittenInteraction {
  const { pending, ...kept } = interaction;
  return pending === true ? interaction : { ...kept, description: interaction.description };
}

function parsed(path: string): JsonValue {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch (error) {
    throw new Failure(
      'usage',
      `${path} is not JSON: ${(error as Error).message}`,
      'Delete it, and run the tests that write it again.',
    );
  }
}

function read(path: string): ByHand {
  const pact = parsed(path);
  const [consumer, provider] = isJsonObject(pact) ? [nameIn(pact, 'consumer'), nameIn(pact, 'provider')] : [];
  const interactions = isJsonObject(pact) ? pact['interactions'] : undefined;
  if (
    consumer === undefined ||
    provider === undefined ||
    !Array.isArray(interactions) ||
    !interactions.every(isWritten)
  )
    throw new Failure(
      'usage',
      `${path} is not a pact of version 4`,
      'Write it with PactV4: a pact file has one version, and those of the contracts have 4.',
    );
  return { consumer, provider, interactions: interactions.map(withoutPending) };
}

/**
 * Reads what tests written with Pact's own DSL wrote into `by-hand/` of a folder of pact files.
 * @throws Failure (usage) where a file there is not a pact of version 4.
 */
export function byHandIn(folder: string): readonly ByHand[] {
  const own = join(folder, BY_HAND_FOLDER);
  if (!existsSync(own)) return [];
  const names = readdirSync(own).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => read(join(own, name)));
}
