import type { Operation, Response } from './contract';

const known = new WeakMap<Operation, Map<number, Response | undefined>>();

function found(operation: Operation, status: number): Response | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  const named = (wanted: string): Response | undefined =>
    operation.responses.find((response) => response.status.toUpperCase() === wanted);
  return named(String(status)) ?? named(range) ?? named('DEFAULT');
}

/** The response that a contract has for a status: the exact one, its range, or the default. */
export function responseFor(operation: Operation, status: number): Response | undefined {
  const byStatus = known.get(operation) ?? new Map<number, Response | undefined>();
  known.set(operation, byStatus);
  if (!byStatus.has(status)) byStatus.set(status, found(operation, status));
  return byStatus.get(status);
}
