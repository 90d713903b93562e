import type { JsonObject } from '../../contract';
import type { PactInteraction, ReadPact } from '../pact-interaction';
import { specificationOf } from '../specification';
import { withHiddenLocation } from './location';

/** What the one state of a numbered interaction is called; the number says which interaction it is. */
const NAME = 'interaction ';

/** More in one file make Pact's verifier slow: it takes twice as long for each of 200, and longer still for 1,000. */
const MOST = 20;

/** Interactions of one pact that are replayed together, in their order. */
export interface Chunk {
  readonly pact: ReadPact;
  readonly interactions: readonly PactInteraction[];
}

/** The interactions in chunks that Pact's verifier takes quickly. */
export function chunksOf(pacts: readonly ReadPact[], most = MOST): Chunk[] {
  return pacts.flatMap((pact) => {
    const starts = Array.from({ length: Math.ceil(pact.interactions.length / most) }, (_, index) => index * most);
    return starts.map((start) => ({ pact, interactions: pact.interactions.slice(start, start + most) }));
  });
}

function numbered(interaction: PactInteraction, index: number): JsonObject {
  const { providerState: _one, provider_state: _old, providerStates: _many, ...rest } = interaction.written;
  const isOld = !('providerStates' in interaction.written) && interaction.states.length > 0;
  const name = NAME + index;
  const state: JsonObject = isOld ? { providerState: name } : { providerStates: [{ name }] };
  const response = withHiddenLocation(rest['response']);
  return { ...rest, ...(response === undefined ? {} : { response }), description: name, ...state };
}

/**
 * The chunk as a pact file in which each interaction has one state that says which it is. So Pact's verifier names it
 * both when it asks for the state and in its result, whatever descriptions the interactions share.
 */
export function numberedPact({ pact, interactions }: Chunk): JsonObject {
  // Version 2 and before know one state, by `providerState`.
  const isOld = specificationOf(pact.metadata) < 3;
  return {
    consumer: { name: pact.consumer },
    provider: { name: pact.provider },
    metadata: pact.metadata,
    interactions: interactions.map((interaction, index) => {
      const written = numbered(interaction, index);
      if (!isOld) return written;
      const { providerStates: _states, ...rest } = written;
      return { ...rest, providerState: NAME + index };
    }),
  };
}

/** The index of the interaction that a text of Pact's verifier speaks of. */
export function numberIn(text: string): number | undefined {
  const found = new RegExp(`${NAME}(\\d+)`).exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
