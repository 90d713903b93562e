import type { OperationSource } from '../contract';

/** The status of the answer that a contract is about: the lowest 2xx, or `default`. */
export function mainStatus({ responses }: Pick<OperationSource, 'responses'>): string | undefined {
  const statuses = Object.keys(responses).sort();
  return statuses.find((status) => status.startsWith('2')) ?? statuses.find((status) => status === 'default');
}
