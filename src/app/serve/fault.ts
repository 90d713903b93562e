import { generateCases } from '../../cases';
import { type Case, type Contract, successfulResponses } from '../../contract';
import { Failure, similar } from '../../result';

/** A departure, and the contract in whose answers it is planted. */
export interface PlantedFault {
  readonly contract: Contract;
  readonly fault: Case;
}

const MOST_NAMED = 5;

/** What somebody may have meant: the case of nearly that name, else some at the same place. */
function nearTo(id: string, ids: readonly string[]): string {
  const meant = similar(id, ids);
  const [site = ''] = id.split(' ');
  const sited = ids.filter((known) => known.startsWith(`${site} `)).slice(0, MOST_NAMED);
  const some = meant === undefined ? sited : [meant];
  return some.length === 0 ? '' : `Did you mean ${some.map((one) => JSON.stringify(one)).join(' or ')}? `;
}

/**
 * The case whose departure is planted into the answers, of the first contract that has it.
 * @throws Failure (usage) where no contract has such a case.
 */
export function faultOf(contracts: readonly Contract[], id: string, seed: number): PlantedFault {
  const ids = new Set<string>();
  for (const contract of contracts)
    for (const { operation } of successfulResponses(contract))
      for (const made of generateCases(contract, { operationId: operation.id, mode: 'edge', seed })) {
        if (made.id === id) return { contract, fault: made };
        ids.add(made.id);
      }
  const names = contracts.map(({ name }) => name).join(', ');
  throw new Failure(
    'usage',
    `${names} has no case "${id}"`,
    `${nearTo(id, [...ids])}\`pactcheck cases ${names.split(', ')[0]}\` prints them, each with its id: "/status unknown".`,
  );
}
