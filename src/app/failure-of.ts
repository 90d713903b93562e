import { ContractError } from '../contract';
import { CoveringError } from '../covering';
import { Failure, systemFailure } from '../result';

/**
 * Returns any error as what can be said of it: a sentence, what to do, and whose matter it is. One that nobody foresaw is a
 * defect of pactcheck.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ContractError || error instanceof CoveringError) {
    const isSaid = error.where === undefined || error.message.includes(error.where);
    const message = isSaid ? error.message : `${error.message} (at ${error.where})`;
    return new Failure('usage', message, error.next);
  }
  const refused = systemFailure(error);
  if (refused !== undefined) return refused;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const next = 'This is a defect of pactcheck: run again with --verbose and report what it prints.';
  return new Failure('environment', message, next);
}
