import type { Contract, Operation } from '../../contract';
import type { SeenAtAll, SeenOperation } from '../../result';
import type { FieldNode } from './field-node';

/** What was counted of one operation. */
export interface Counted {
  count: number;
  readonly statuses: Map<string, number>;
  /** What was seen of the members, by the documented status. */
  readonly nodes: Map<string, FieldNode>;
}

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));

const isOf = (status: string, seen: string): boolean =>
  status === 'default' || status.toUpperCase() === seen || (/XX$/i.test(status) && status[0] === seen[0]);

/** What was seen of one operation, and what of it never was. */
export function seenOperation({ id, method, path, responses }: Operation, counted: Counted | undefined): SeenOperation {
  const { count = 0, statuses = new Map<string, number>(), nodes = new Map<string, FieldNode>() } = counted ?? {};
  const fields = [...nodes].flatMap(([status, node]) =>
    node.fields().map((field) => ({ ...field, site: `${status} ${field.site}` })),
  );
  const documented = fields.filter(({ isDocumented }) => isDocumented);
  const seen = documented.filter((field) => field.seen > 0).length;
  return {
    id,
    call: `${method} ${path}`,
    exchanges: count,
    statuses: sorted(statuses),
    neverSeenStatuses: responses
      .map(({ status }) => status)
      .filter((status) => ![...statuses.keys()].some((one) => isOf(status, one))),
    fields: { covered: seen, feasible: documented.length },
    neverSeenFields: documented.filter((field) => field.seen === 0).map(({ site }) => site),
    undocumentedFields: fields.filter(({ isDocumented }) => !isDocumented).map(({ site }) => site),
  };
}

/** What was seen of a contract altogether. */
export const seenOf = (
  contract: Contract,
  counted: ReadonlyMap<string, Counted>,
  rest: Omit<SeenAtAll, 'operations'>,
): SeenAtAll => ({
  ...rest,
  operations: contract.operations.map((operation) => seenOperation(operation, counted.get(operation.id))),
});
