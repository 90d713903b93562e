import type { Operation, Response } from './contract';

/** The response that a contract has for a status: the exact one, its range, or the default. */
export function responseFor(operation: Operation, status: number): Response | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  const named = (wanted: string): Response | undefined =>
    operation.responses.find((response) => response.status.toUpperCase() === wanted);
  return named(String(status)) ?? named(range) ?? named('DEFAULT');
}
