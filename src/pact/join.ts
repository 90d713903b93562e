import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '../contract';
import { Failure } from '../result';
import type { ByHand } from './by-hand';
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

type Parties = Pick<Interaction, 'consumer' | 'provider'>;

/** An interaction as it is written, with what Pact tells it apart by. */
type Keyed = readonly [key: string, written: WrittenInteraction];

const keyOfWritten = ({ description, providerStates }: WrittenInteraction): string => {
  const states = Array.isArray(providerStates) ? providerStates : [];
  return JSON.stringify([description, states.map((state) => (isJsonObject(state) ? state['name'] : undefined))]);
};

/** @throws Failure (usage) where one written by hand has description and states of another one. */
function refuseSameKeys(file: string, all: readonly Keyed[]): void {
  for (const [index, [key, { description }]] of all.entries())
    if (all[index - 1]?.[0] === key)
      throw new Failure(
        'usage',
        `two interactions of ${file} are called "${description}" in the same states, one of them written by hand`,
        'Pact would keep one of them: describe the one written by hand in other words.',
      );
}

function joined(parties: Parties, recorded: readonly Recorded[], byHand: readonly ByHand[]): PactFile {
  const name = fileNameOf(parties);
  const isOf = (other: Parties): boolean => fileNameOf(other) === name;
  const generated = recorded
    .filter(({ interaction }) => isOf(interaction))
    .map((one): Keyed => [mergeKey(one.interaction), writtenIn(one)]);
  const own = byHand
    .filter(isOf)
    .flatMap(({ interactions }) => interactions.map((one): Keyed => [keyOfWritten(one), one]));
  const all = [...generated, ...own].sort(([left], [right]) => (left < right ? -1 : 1));
  refuseSameKeys(name, all);
  const interactions = all.map(([, written]) => written);
  return { name, text: pactFileText(parties.consumer, parties.provider, interactions) };
}

/**
 * Joins interactions that were written each into a folder of its own into one file for each pair of consumer and
 * provider: sorted, normalised, the same bytes at every run and in whatever order they were recorded.
 * @param byHand what tests written with Pact's own DSL agreed on, which goes into the same files.
 * @throws Failure (usage) where two interactions would replace each other; Failure (environment) where a folder does
 * not hold the one interaction.
 * @example
 * const [file] = joinPacts([{ interaction, folder }]);
 * writeFileSync(`pacts/${file.name}`, file.text);
 */
export function joinPacts(recorded: readonly Recorded[], byHand: readonly ByHand[] = []): PactFile[] {
  refuseClashes(recorded.map(({ interaction }) => interaction));
  const all: readonly Parties[] = [...recorded.map(({ interaction }) => interaction), ...byHand];
  const byName = new Map(all.map((parties) => [fileNameOf(parties), parties]));
  return [...byName.values()]
    .map((parties) => joined(parties, recorded, byHand))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}
