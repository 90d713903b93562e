import { type Contract, nameOnWire, type Operation, type Schema } from '../../contract';
import { compareWhole } from './announcements';
import { compareCalls, compareOperationLists, matchOperations } from './matching';
import { type Compared, contractChange } from './place';
import { compareRequests } from './requests';
import { compareResponses } from './responses';
import { type Accepts, schemaComparer } from './schemas';

/** What comparing contracts takes beside the two of them. */
export interface Comparison {
  readonly accepts: Accepts;
  /** As `2026-11-24`: an announced end may be over. */
  readonly today: string;
}

function compareOnWire(before: Contract, after: Contract, { accepts, today }: Comparison): Compared[] {
  const matched = matchOperations(before, after);
  const sent = schemaComparer(before, after, 'request', accepts);
  const received = schemaComparer(before, after, 'response', accepts);
  return [
    ...compareWhole(before.unjudged, after.unjudged),
    ...compareOperationLists(before, after, matched, today),
    ...matched.flatMap((pair) => [
      compareCalls(pair),
      ...compareRequests(pair, sent),
      ...compareResponses(pair, received),
    ]),
  ];
}

function operationNamed(operation: Operation, rename: (schema: Schema) => Schema): Operation {
  const { request, responses } = operation;
  return {
    ...operation,
    ...(request === undefined ? {} : { request: { ...request, schema: rename(request.schema) } }),
    responses: responses.map((response) =>
      response.schema === undefined ? response : { ...response, schema: rename(response.schema) },
    ),
  };
}

/** The same contract under another naming. */
function named(contract: Contract, wireNames: Contract['wireNames']): Contract {
  const rename = (schema: Schema): Schema => nameOnWire(schema, { ...contract, wireNames });
  const definitions = Object.entries(contract.definitions).map(([name, schema]) => [name, rename(schema)] as const);
  return {
    ...contract,
    wireNames,
    definitions: Object.fromEntries(definitions),
    operations: contract.operations.map((operation) => operationNamed(operation, rename)),
  };
}

const count = (all: readonly Compared[]): number => all.reduce((sum, { changes }) => sum + changes.length, 0);

/**
 * How one contract became another, place by place; places that did not change are listed too.
 * A contract that only changed its naming is one change, not one for each name.
 */
export function compareContracts(before: Contract, after: Contract, comparison: Comparison): Compared[] {
  const plain = compareOnWire(before, after, comparison);
  if (before.wireNames === after.wireNames || count(plain) === 0) return plain;
  const renamed = compareOnWire(named(before, after.wireNames), after, comparison);
  if (count(renamed) >= count(plain)) return plain;
  const change = contractChange('wire-names-changed', `${before.wireNames} names`, `${after.wireNames} names`);
  return [{ place: { operation: '', part: '' }, direction: 'contract', changes: [change] }, ...renamed];
}
