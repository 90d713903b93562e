import type { Contract } from '../../contract';
import type { ReadPact } from '../../provider';
import { placedAt, type Result, type Run } from '../../result';
import { contractDigest } from '../contract-digest';
import { heldReferences, type References } from './references';

/** What would void a pass: answers that no contract holds. */
export function unheldWarnings(pacts: readonly ReadPact[], references: References): string[] {
  return pacts.flatMap(({ interactions, consumer, provider, file }) => {
    const unheld = interactions.filter((interaction) => references.of(interaction) === undefined);
    const [first] = unheld;
    if (first === undefined) return [];
    const call = `${first.method} ${first.path}`;
    return unheld.length === interactions.length
      ? `there is no contract of ${consumer} and ${provider} with ${call}: answers to ${file} are held to the pact alone; name one with --contract`
      : `no contract has ${call}: ${unheld.length} of ${interactions.length} answers to ${file} are held to the pact alone`;
  });
}

/** The contracts that answers are held to, or else the pacts, by name; the same in every shard. */
export function heldTo(
  pacts: readonly ReadPact[],
  references: References,
): Pick<Run, 'contract' | 'contractFile' | 'contractDigest'> {
  const names = pacts.flatMap(({ interactions, consumer, provider }) =>
    interactions.map((one) => references.of(one)?.contract.name ?? `${consumer}-${provider}`),
  );
  const held = heldReferences(pacts, references);
  const [only] = held.length === 1 ? held : [];
  return {
    contract: [...new Set(names)].join(', '),
    ...(only?.file === undefined ? {} : { contractFile: only.file }),
    ...(held.length === 0 ? {} : { contractDigest: contractDigest(held.map(({ contract }) => contract)) }),
  };
}

/** Results shown at the files of their contracts, where a run has several. */
export function placedIn(
  results: readonly Result[],
  pacts: readonly ReadPact[],
  references: References,
): readonly Result[] {
  if (heldReferences(pacts, references).length < 2) return results;
  const interactions = pacts.flatMap((pact) => pact.interactions);
  const files = new Map(interactions.map((interaction) => [interaction.id, references.of(interaction)?.file]));
  return results.map((result) => placedAt(result, files.get(result.id)));
}

/** The pacts of the contracts' providers, where there are any: a folder may also hold what others serve. */
export function ownPacts(pacts: readonly ReadPact[], contracts: readonly Contract[]): readonly ReadPact[] {
  const own = pacts.filter((pact) => contracts.some(({ provider }) => provider === pact.provider));
  return own.length > 0 ? own : pacts;
}
