import type { Finding, Result, Run } from '../result';
import type { Place, ReporterOptions } from './reporter';

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

/** Where a finding is shown: at the line that is to blame, where somebody can find that; else at the first one of its file. */
export function placeOf(run: Run, result: Result, finding: Finding, { locate }: ReporterOptions): Place {
  const file = fileOf(run, result);
  return locate?.(file, finding, result) ?? { file, line: 1 };
}
