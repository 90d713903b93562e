import type { PactInteraction, ReadPact } from '../../provider';
import { Failure, nextAfter, type Shard } from '../../result';

/** Which interactions are verified; all that are given must hold. */
export interface Selection {
  /** By id. */
  readonly ids: readonly string[] | undefined;
  /** As Pact's users know it: regular expressions over the description and over a state's name. */
  readonly description: string | undefined;
  readonly state: string | undefined;
  /** Every `count`th from the `index`th on, which counts from 1. */
  readonly shard: Shard | undefined;
}

/** Tells whether a selection may leave something out. */
export const isPartial = ({ ids, description, state, shard }: Partial<Selection> = {}): boolean =>
  ids !== undefined || description !== undefined || state !== undefined || (shard !== undefined && shard.count > 1);

function patternOf(name: string, text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new Failure('usage', `${name} is no regular expression: ${(error as Error).message}`, 'Escape it with \\.');
  }
}

function chosenBy({ ids, description, state }: Selection): (interaction: PactInteraction) => boolean {
  const described = description === undefined ? undefined : patternOf('PACT_DESCRIPTION', description);
  const given = state === undefined ? undefined : patternOf('PACT_PROVIDER_STATE', state);
  return (interaction) =>
    (ids === undefined || ids.includes(interaction.id)) &&
    (described === undefined || described.test(interaction.description)) &&
    (given === undefined || interaction.states.some(({ name }) => given.test(name)));
}

/**
 * The pacts with only the interactions selected.
 * @throws Failure (nothing tested) where none is; Failure (usage) where an id is of none.
 */
export function select(pacts: readonly ReadPact[], selection: Selection): ReadPact[] {
  const all = pacts.flatMap(({ interactions }) => interactions);
  const unknown = selection.ids?.find((id) => !all.some((interaction) => interaction.id === id));
  if (unknown !== undefined)
    throw new Failure(
      'usage',
      `there is no interaction ${unknown}`,
      nextAfter(
        unknown,
        all.map(({ id }) => id),
        'Look its name up in the pacts.',
      ),
    );
  const isChosen = chosenBy(selection);
  const { index, count } = selection.shard ?? { index: 1, count: 1 };
  const chosen = new Set(all.filter(isChosen).filter((_, place) => place % count === index - 1));
  if (chosen.size === 0)
    throw new Failure('nothing tested', 'no interaction is selected', 'Select less strictly, or use fewer shards.');
  return pacts.map((pact) => ({ ...pact, interactions: pact.interactions.filter((one) => chosen.has(one)) }));
}
