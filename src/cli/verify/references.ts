import type { Contract, WireNames } from '../../contract';
import { operationOf, type PactInteraction, type ReadPact, type Reference } from '../../provider';
import { validatorFor } from '../../validator';
import { contractFileOf, contractNames, loadContract } from '../contract-reference';

/** A contract that answers are held to. */
export interface HeldReference extends Reference {
  /** The file that it was read from, relative to the project, where it was one of this checkout. */
  readonly file?: string;
}

/** The contracts that answers are held to. */
export interface References {
  readonly contracts: readonly Contract[];
  /** The one that has the operation which an interaction calls; none where no contract has. */
  readonly of: (interaction: PactInteraction) => HeldReference | undefined;
}

async function referenceTo(
  reference: string,
  options: { readonly cwd: string; readonly wireNames: WireNames | undefined },
): Promise<HeldReference> {
  const contract = await loadContract(reference, options);
  const validator = validatorFor(contract);
  const { contractFile } = contractFileOf(reference, options.cwd);
  return {
    contract,
    answer: (operationId, answer, around) => validator.answer(operationId, answer, around),
    ...(contractFile === undefined ? {} : { file: contractFile }),
  };
}

/** The contracts that were named, for every pact; or those of the same consumer and provider, for each. */
export async function referencesFor(
  named: readonly string[],
  options: { readonly cwd: string; readonly wireNames: WireNames | undefined },
): Promise<References> {
  const asked = named.length > 0 ? named : contractNames(options.cwd);
  const references = await Promise.all(asked.map((reference) => referenceTo(reference, options)));
  const isOfPact = ({ contract }: Reference, { consumer, provider }: PactInteraction): boolean =>
    named.length > 0 || (contract.consumer === consumer && contract.provider === provider);
  const of = (interaction: PactInteraction): HeldReference | undefined =>
    references.find(
      (reference) =>
        isOfPact(reference, interaction) &&
        operationOf(reference.contract, interaction.method, interaction.path) !== undefined,
    );
  return { contracts: references.map(({ contract }) => contract), of };
}

/** The contracts that the interactions of these pacts are held to, each once, in the order in which they are met. */
export const heldReferences = (pacts: readonly ReadPact[], { of }: References): HeldReference[] => [
  ...new Set(
    pacts
      .flatMap(({ interactions }) => interactions.map(of))
      .filter((reference): reference is HeldReference => reference !== undefined),
  ),
];
