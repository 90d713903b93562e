import { ContractError } from '../contract';

/**
 * A pattern as a regular expression: with the `u` flag, as JSON Schema asks, and without it where the pattern is
 * only legal so (`\-` outside of a class, as many documents have it).
 * @throws ContractError where it is legal in neither form.
 */
export function patternOf(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    try {
      return new RegExp(source);
    } catch {
      throw new ContractError(`the pattern ${source} is not a regular expression`, {
        where: source,
        next: 'Write it as ECMA-262 has it.',
      });
    }
  }
}
