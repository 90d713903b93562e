import type { ReadPact } from '../../provider';
import { Failure, placedAt, type Result, type Run } from '../../result';
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

/**
 * Tells of contracts that cannot be read, where these pacts do without them.
 * @throws the error of the first, where an interaction has no contract that it could be held to.
 */
export function unreadWarnings(pacts: readonly ReadPact[], { unread, of }: References): string[] {
  const [first] = unread;
  if (first === undefined) return [];
  if (pacts.some(({ interactions }) => interactions.some((interaction) => of(interaction) === undefined)))
    throw first.error;
  return unread.map(
    ({ reference, error }) => `the contract ${reference} cannot be read, and is left out: ${(error as Error).message}`,
  );
}

/** The contracts that answers are held to, or else the pacts, by name; the same in every shard. */
export function heldTo(
  pacts: readonly ReadPact[],
  references: References,
): Pick<Run, 'contract' | 'contractFile' | 'contractDigest'> {
  const names = pacts.flatMap(({ interactions, consumer, provider }) =>
    interactions.map((one) => references.of(one)?.contract.name ?? `${consumer}-${provider}`),
  );
  const held = pacts.length === 0 ? references.held : heldReferences(pacts, references);
  const [only] = held.length === 1 ? held : [];
  return {
    contract: [...new Set(pacts.length === 0 ? held.map(({ contract }) => contract.name) : names)].join(', '),
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

/**
 * The pacts of one provider; all where none is named.
 * @throws Failure (usage) where there is none of it.
 */
export function ofProvider(pacts: readonly ReadPact[], provider: string | undefined): readonly ReadPact[] {
  const own = pacts.filter((pact) => provider === undefined || pact.provider === provider);
  if (own.length > 0) return own;
  const next = `The pacts are of ${providersOf(pacts).join(', ')}.`;
  throw new Failure('usage', `there is no pact of a provider ${provider}`, next);
}

const providersOf = (pacts: readonly ReadPact[]): string[] => [...new Set(pacts.map(({ provider }) => provider))];

/** Pacts of several providers that are all replayed on one service. */
export function providersWarnings(pacts: readonly ReadPact[]): string[] {
  const providers = providersOf(pacts.filter(({ interactions }) => interactions.length > 0));
  if (providers.length < 2) return [];
  const names = providers.join(', ');
  return [`the pacts are of several providers (${names}), and all are replayed on one service: name one by --provider`];
}

/**
 * Of pacts, what is the named contracts' own: where there are pacts of their providers, those alone, since a folder may
 * also hold what others serve; of a pact that several contracts share, without the interactions of the other ones.
 */
export function ownPacts(pacts: readonly ReadPact[], { contracts, otherOf }: References): readonly ReadPact[] {
  const served = pacts.filter((pact) => contracts.some(({ provider }) => provider === pact.provider));
  const own = served.length > 0 ? served : pacts;
  return own.map((pact) => ({
    ...pact,
    interactions: pact.interactions.filter((interaction) => otherOf(interaction) === undefined),
  }));
}

/** Which interactions were left to the verification of other contracts, in a sentence; none where none was. */
export function leftToOthers(pacts: readonly ReadPact[], { otherOf }: References): string | undefined {
  const others = pacts.flatMap(({ interactions }) => interactions.flatMap((one) => otherOf(one)?.name ?? []));
  if (others.length === 0) return undefined;
  const names = [...new Set(others)].join(', ');
  return `${others.length} interactions are left to the verification of ${names}`;
}
