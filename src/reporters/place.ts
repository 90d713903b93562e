import type { Result, Run } from '../result';

/**
 * The file that a finding is shown at, relative to the project: the one that the result names in its details, else
 * the contract's. Formats made for compilers demand one.
 */
export function fileOf(
  { contract, contractFile }: Pick<Run, 'contract' | 'contractFile'>,
  { details }: Pick<Result, 'details'>,
): string {
  const named = details?.['file'] ?? contractFile;
  if (named !== undefined) return named;
  const [first = ''] = contract.split(', ');
  const path = (first.split('#')[0] ?? '').replace(/^\.\//, '');
  return /[/.]/.test(path) ? path : `contracts/${path}/contract.ts`;
}
