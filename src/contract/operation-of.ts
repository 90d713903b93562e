import type { Contract, Operation } from './contract';

/** A path with `{name}` places as a regular expression over a request's path: a slash at the end says nothing. */
const patternOf = (path: string): RegExp => {
  const parts = path
    .replace(/\/$/, '')
    .split(/\{[^{}]+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
};

/** More the more places a path has: how little it says of which path is called. */
export const placesIn = ({ path }: Operation): number => path.split('{').length;

/** The operation that stands for whatever is answered with a contract's model; none where several models have one. */
function standInOf({ operations }: Contract): Operation | undefined {
  const [standIn, ...others] = operations.filter(({ isStandIn }) => isStandIn === true);
  return others.length === 0 ? standIn : undefined;
}

/**
 * The operation of a contract that a request calls, the one with the fewest places where several fit; else the one that
 * stands for any call.
 */
export function operationOf(contract: Contract, method: string, path: string): Operation | undefined {
  const [named] = contract.operations
    .filter((operation) => operation.method === method.toUpperCase() && patternOf(operation.path).test(path))
    .sort((left, right) => placesIn(left) - placesIn(right));
  return named ?? standInOf(contract);
}
