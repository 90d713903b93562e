import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../result';
import type { Interaction } from './interaction';
import { normaliseWritten } from './normalise-written';
import { fileNameOf, type PactFile, pactFileText, type WrittenInteraction } from './pact-file';

/** An interaction, and the folder of its own into which Pact wrote it. */
export interface Recorded {
  readonly interaction: Interaction;
  readonly folder: string;
}

function writtenIn({ interaction, folder }: Recorded): WrittenInteraction {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const texts = files.map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { interactions: WrittenInteraction[] },
  );
  const [only, ...others] = texts.flatMap(({ interactions }) => interactions);
  if (only !== undefined && others.length === 0) return normaliseWritten(only, interaction);
  throw new Failure(
    'environment',
    `Pact wrote ${only === undefined ? 'no interaction' : `${others.length + 1} interactions`} for ${interaction.id}`,
    'Give each interaction an empty folder of its own, and run it once.',
  );
}

/** What Pact tells interactions apart by: of two with the same key the later one silently replaces the earlier. */
const mergeKey = ({ id, states }: Interaction): string => JSON.stringify([id, states.map(({ name }) => name)]);

/**
 * Refuses interactions of which Pact would lose some.
 * @throws Failure (usage) where two have the same description and states.
 */
export function refuseClashes(interactions: readonly Interaction[]): void {
  const seen = new Set<string>();
  for (const interaction of interactions) {
    const key = `${fileNameOf(interaction)} ${mergeKey(interaction)}`;
    if (seen.has(key))
      throw new Failure(
        'usage',
        `two interactions of ${fileNameOf(interaction)} are called "${interaction.id}" in the same states`,
        'Pact would keep one of them: give the cases, or the operations of the two contracts, different names.',
      );
    seen.add(key);
  }
}

/**
 * Joins interactions that were written each into a folder of its own into one file for each pair of consumer and
 * provider: sorted, normalised, the same bytes at every run and in whatever order they were recorded.
 * @throws Failure (usage) where two interactions would replace each other; Failure (environment) where a folder does
 * not hold the one interaction.
 */
export function joinPacts(recorded: readonly Recorded[]): PactFile[] {
  refuseClashes(recorded.map(({ interaction }) => interaction));
  const names = [...new Set(recorded.map(({ interaction }) => fileNameOf(interaction)))].sort();
  return names.map((name) => {
    const own = recorded
      .filter(({ interaction }) => fileNameOf(interaction) === name)
      .sort((left, right) => (mergeKey(left.interaction) < mergeKey(right.interaction) ? -1 : 1));
    const { consumer, provider } = (own[0] as Recorded).interaction;
    return { name, text: pactFileText(consumer, provider, own.map(writtenIn)) };
  });
}
