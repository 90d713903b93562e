import type { Contract, Operation } from './contract';
import { literalPattern } from './literal-pattern';

/** Returns a path without the slash at its end, which says nothing. */
export const withoutLastSlash = (path: string): string => path.replace(/\/$/, '');

/** A path with `{name}` places as a regular expression over a request's path: a slash at the end says nothing. */
const patternOf = (path: string): RegExp => {
  const parts = withoutLastSlash(path)
    .split(/\{[^{}]+\}/)
    .map(literalPattern);
  return new RegExp(`^${parts.join('([^/]+)')}/?$`);
};

/** Returns the names of a path's places, from left to right. */
export const placeNames = (path: string): string[] =>
  [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string);

/** More the more places a path has: how little it says of which path is called. */
export const placesIn = ({ path }: Operation): number => path.split('{').length;

/** An operation that a path calls, and what its places were filled with. */
export interface CalledOperation {
  readonly operation: Operation;
  /** By the places' names, as they stand in the path. */
  readonly filled: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

const known = new WeakMap<Contract, readonly Route[]>();

/** The operations with their patterns, those with the fewest places first; made once for each contract. */
function routesOf(contract: Contract): readonly Route[] {
  const routes =
    known.get(contract) ??
    contract.operations
      .map((operation) => ({
        operation,
        pattern: patternOf(operation.path),
        names: placeNames(operation.path),
      }))
      .sort((left, right) => placesIn(left.operation) - placesIn(right.operation));
  known.set(contract, routes);
  return routes;
}

/** The operations whose path a request's path is, of whatever method: those with the fewest places first. */
export const operationsAt = (contract: Contract, path: string): CalledOperation[] =>
  routesOf(contract).flatMap(({ operation, pattern, names }) => {
    const found = pattern.exec(path);
    if (found === null) return [];
    return [{ operation, filled: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) }];
  });

/** The operation that stands for whatever is answered with a contract's model; none where several models have one. */
export function standInOf({ operations }: Contract): Operation | undefined {
  const [standIn, ...others] = operations.filter(({ isStandIn }) => isStandIn === true);
  return others.length === 0 ? standIn : undefined;
}

/**
 * The operation of a contract that a request calls, the one with the fewest places where several fit; else the one that
 * stands for any call.
 */
export function operationOf(contract: Contract, method: string, path: string): Operation | undefined {
  const wanted = method.toUpperCase();
  const named = routesOf(contract).find(({ operation, pattern }) => operation.method === wanted && pattern.test(path));
  return named?.operation ?? standInOf(contract);
}
