import type { Contract, Operation } from '../contract';

/** A path with `{name}` places as a regular expression over a request's path. */
const patternOf = (path: string): RegExp => {
  const parts = path.split(/\{[^{}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
};

const placesIn = ({ path }: Operation): number => path.split('{').length;

/** The operation of a contract that a request calls, the one with the fewest places where several fit. */
export function operationOf(contract: Contract, method: string, path: string): Operation | undefined {
  return contract.operations
    .filter((operation) => operation.method === method.toUpperCase() && patternOf(operation.path).test(path))
    .sort((left, right) => placesIn(left) - placesIn(right))[0];
}
