import type { Contract, WireNames } from '../../contract';
import type { PactInteraction, Reference } from '../../provider';
import { validatorFor } from '../../validator';
import { contractNames, loadContract } from '../contract-reference';

/** The contracts that answers are held to. */
export interface References {
  readonly contracts: readonly Contract[];
  readonly of: (interaction: PactInteraction) => Reference | undefined;
}

const referenceTo = (contract: Contract): Reference => {
  const validator = validatorFor(contract);
  return {
    contract,
    answer: (operationId, answer, around) => validator.answer(operationId, answer, around),
  };
};

/** The contract that was named, for every pact; or that of the same consumer and provider, for each. */
export async function referencesFor(
  reference: string | undefined,
  options: { readonly cwd: string; readonly wireNames: WireNames | undefined },
): Promise<References> {
  if (reference !== undefined) {
    const only = referenceTo(await loadContract(reference, options));
    return { contracts: [only.contract], of: () => only };
  }
  const contracts = await Promise.all(contractNames(options.cwd).map((name) => loadContract(name, options)));
  const references = contracts.map(referenceTo);
  const of = ({ consumer, provider }: PactInteraction): Reference | undefined =>
    references.find(({ contract }) => contract.consumer === consumer && contract.provider === provider);
  return { contracts, of };
}
