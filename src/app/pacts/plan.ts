import { type Covering, coveringOf, type KeptRows } from '../../cases';
import { type Contract, successfulResponses } from '../../contract';
import { cannotCarryIn, type Interaction, interactionsOf, likenessOf } from '../../pact';
import { contractOf, type GivenContract } from '../contract-of';
import { requestMaking, unsendableIn } from './request-making';

/** By operation, the covering rows that its pacts were made of the last time: `rows.json` of a contract's folder. */
export interface RowsFile {
  readonly [operation: string]: KeptRows & { readonly size?: 'small' };
}

/** How much of an answer its pacts cover: each class once, or each pair of classes too. */
export type PactSize = 'small' | 'full';

/** The sizes that pacts may have. */
export const PACT_SIZES: readonly PactSize[] = ['small', 'full'];

/** The interactions of a contract, and what they are made of. */
export interface PactPlan {
  readonly interactions: readonly Interaction[];
  /** By operation; the same for those whose answers are alike. */
  readonly coverings: ReadonlyMap<string, Covering>;
  /** Operations of which no request can be made, with the reason. */
  readonly unsendable: ReadonlyMap<string, string>;
  /** The rows, to be kept; of operations whose answers are alike, those of the first. */
  readonly rows: RowsFile;
}

/** How a plan is made. */
export interface PactPlanOptions {
  /** As the kept rows say where it is not given, else `full`. */
  readonly size?: PactSize | undefined;
  /** Told when the rows of an operation are made. */
  readonly onOperation?: ((id: string) => void) | undefined;
}

/**
 * The covering rows of each operation of a contract as interactions, and one for each other answer.
 * @param kept rows of before, which stay: what is new extends them.
 */
export function pactPlan(
  contract: Contract,
  kept: RowsFile = {},
  { onOperation, size }: PactPlanOptions = {},
): PactPlan {
  const alike = new Map<string, Covering>();
  const coverings = new Map<string, Covering>();
  const carries = cannotCarryIn(contract);
  const making = requestMaking(contract);
  const unsendable = unsendableIn(contract, making);
  const rows: [string, RowsFile[string]][] = [];
  for (const { operation } of successfulResponses(contract)) {
    if (unsendable.has(operation.id)) continue;
    onOperation?.(operation.id);
    const likeness = likenessOf(operation);
    const known = alike.get(likeness);
    const isSmall = (size ?? kept[operation.id]?.size) === 'small';
    const options = {
      operationId: operation.id,
      strength: isSmall ? 1 : undefined,
      carries,
      fixed: contract.fixed,
      keep: kept[operation.id],
    };
    const covering = known ?? coveringOf(contract, options);
    if (known === undefined) rows.push([operation.id, { ...(isSmall ? { size: 'small' } : {}), ...covering.kept }]);
    alike.set(likeness, covering);
    coverings.set(operation.id, covering);
  }
  const interactions = interactionsOf(contract, ({ id }) => coverings.get(id)?.cases ?? [], making);
  return { interactions, coverings, unsendable, rows: Object.fromEntries(rows) };
}

/**
 * The interactions of a contract, as `pactcheck pacts` writes them and as its consumer tests run them.
 * @param contract the contract, or its source.
 * @param kept the contract's `rows.json`, where it has one.
 * @throws ContractError naming the place where the source is wrong.
 * @example
 * import contract from './contract';
 * import rows from './rows.json';
 *
 * it.each(interactionsOf(contract, rows))('$id', async (interaction) => {
 *   await record(interaction, folder, (baseUrl) => read(interaction, baseUrl));
 * });
 */
export const pactInteractions = (contract: GivenContract, kept: RowsFile = {}): readonly Interaction[] =>
  pactPlan(contractOf(contract), kept).interactions;
