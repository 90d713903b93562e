import { type Contract, operationOf, placesIn, statusCode } from '../../contract';
import type { PactInteraction, ReadPact, Reference } from '../../provider';
import { validatorFor } from '../../validator';
import { contractFileOf, contractNames, loadContract, type ReferenceOptions } from '../contract-reference';

/** A contract that answers are held to. */
export interface HeldReference extends Reference {
  /** The file that it was read from, relative to the project, where it was one of this checkout. */
  readonly file?: string;
}

/** A contract that cannot be read, and why. */
interface Unread {
  readonly reference: string;
  readonly error: unknown;
}

/** The contracts that answers are held to. */
export interface References {
  readonly contracts: readonly Contract[];
  /** The same, as answers are held to them. */
  readonly held: readonly HeldReference[];
  /** Contracts of the project that cannot be read, where none was named. */
  readonly unread: readonly Unread[];
  /** The one that has the operation which an interaction calls; none where no contract has. */
  readonly of: (interaction: PactInteraction) => HeldReference | undefined;
  /** Of contracts that were named: the other contract of the project that an interaction belongs to. */
  readonly otherOf: (interaction: PactInteraction) => Contract | undefined;
}

/** Which contracts are meant, and where they are. */
export interface ReferencesOptions extends ReferenceOptions {
  /** References to contracts of the project beside those in its folder of contracts. */
  readonly beside?: readonly string[] | undefined;
}

async function referenceTo(reference: string, options: ReferencesOptions): Promise<HeldReference> {
  const contract = await loadContract(reference, options);
  const validator = validatorFor(contract);
  const { contractFile } = contractFileOf(reference, options.cwd);
  return {
    contract,
    answer: (operationId, answer, around) => validator.answer(operationId, answer, around),
    ...(contractFile === undefined ? {} : { file: contractFile }),
  };
}

const isOfPact = (contract: Contract, { consumer, provider }: PactInteraction): boolean =>
  contract.consumer === consumer && contract.provider === provider;

/**
 * How exactly a contract names the path that is called: with how many places; none where it has no such operation. One
 * that stands for any call stands for its own status alone.
 */
function placesFor(contract: Contract, { method, path, status }: PactInteraction): number | undefined {
  const operation = operationOf(contract, method, path);
  if (operation === undefined) return undefined;
  if (operation.isStandIn !== true) return placesIn(operation);
  return operation.responses.some((response) => statusCode(response.status) === status) ? ANY_CALL : undefined;
}

/** More places than a path can have. */
const ANY_CALL = Number.POSITIVE_INFINITY;

/** Of several contracts the first that names the path most exactly: `/pets/mine` is no `/pets/{id}`. */
function mostExact<T>(
  candidates: readonly T[],
  interaction: PactInteraction,
  contractOf: (candidate: T) => Contract,
): T | undefined {
  const fitting = candidates.flatMap((candidate) => {
    const places = placesFor(contractOf(candidate), interaction);
    return places === undefined ? [] : [{ candidate, places }];
  });
  return fitting.sort((left, right) => left.places - right.places)[0]?.candidate;
}

/** Other contracts of the project than those named; one that cannot be read is not what is verified here. */
async function otherContracts(
  named: readonly string[],
  { cwd, beside = [] }: ReferencesOptions,
): Promise<readonly Contract[]> {
  if (named.length === 0) return [];
  const others = [...new Set([...contractNames(cwd), ...beside])].filter((reference) => !named.includes(reference));
  const loaded = await Promise.allSettled(others.map((reference) => loadContract(reference, { cwd })));
  return loaded.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

/**
 * The contracts that were named, for every pact; or those of the same consumer and provider, for each.
 * @throws Failure where one that was named cannot be read, or none can.
 */
export async function referencesFor(named: readonly string[], options: ReferencesOptions): Promise<References> {
  const asked = named.length > 0 ? named : contractNames(options.cwd);
  const loaded = await Promise.allSettled(asked.map((reference) => referenceTo(reference, options)));
  const references = loaded.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const unread = loaded.flatMap((outcome, index): Unread[] =>
    outcome.status === 'rejected' ? [{ reference: asked[index] ?? '', error: outcome.reason }] : [],
  );
  if (unread[0] !== undefined && (named.length > 0 || references.length === 0)) throw unread[0].error;
  const names = new Set(references.map(({ contract }) => contract.name));
  const others = (await otherContracts(named, options)).filter(({ name }) => !names.has(name));
  const of = (interaction: PactInteraction): HeldReference | undefined => {
    const candidates = references.filter(({ contract }) => named.length > 0 || isOfPact(contract, interaction));
    return mostExact(candidates, interaction, ({ contract }) => contract);
  };
  const otherOf = (interaction: PactInteraction): Contract | undefined => {
    const own = references.map(({ contract }) => contract);
    // Who names a contract of whatever is answered with its model asks for all of it.
    if (own.some((contract) => placesFor(contract, interaction) === ANY_CALL)) return undefined;
    const candidates = [...own, ...others.filter((contract) => isOfPact(contract, interaction))];
    const found = mostExact(candidates, interaction, (contract) => contract);
    return found === undefined || own.includes(found) ? undefined : found;
  };
  return { contracts: references.map(({ contract }) => contract), held: references, unread, of, otherOf };
}

/** The contracts that the interactions of these pacts are held to, each once, in the order in which they are met. */
export const heldReferences = (pacts: readonly ReadPact[], { of }: References): HeldReference[] => [
  ...new Set(
    pacts
      .flatMap(({ interactions }) => interactions.map(of))
      .filter((reference): reference is HeldReference => reference !== undefined),
  ),
];
