import { type Contract, type ContractSource, defineContract, type WireNames } from '../contract';
import { loadContract, type ReferenceOptions } from './contract-reference';

/** A contract, or the source that one is made of: what the default export of a `contract.ts` is. */
export type GivenContract = Contract | ContractSource;

const isDefined = (given: GivenContract): given is Contract => 'definitions' in given;

/**
 * The contract that is given, or made of the source that is.
 * @param wireNames the naming of the wire, where it is not the contract's own; of a contract that is made already it stays.
 * @throws ContractError naming the place where the source is wrong.
 */
export const contractOf = (given: GivenContract, wireNames?: WireNames): Contract =>
  isDefined(given) ? given : defineContract(given, { wireNames });

/**
 * The contract that is given as such, or by a reference.
 * @throws Failure (usage) where there is none; ContractError where it is wrong.
 */
export async function contractFrom(given: string | GivenContract, options: ReferenceOptions): Promise<Contract> {
  return typeof given === 'string' ? loadContract(given, options) : contractOf(given, options.wireNames);
}
