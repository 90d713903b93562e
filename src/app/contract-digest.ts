import { createHash } from 'node:crypto';
import type { Contract } from '../contract';

/**
 * Tells contracts of one name apart, for `run.contractDigest`: 16 hex digits of SHA-256 for each, the same for equal
 * contracts on any machine.
 */
export const contractDigest = (contracts: readonly Contract[]): string =>
  contracts
    .map((contract) => createHash('sha256').update(JSON.stringify(contract)).digest('hex').slice(0, 16))
    .join(' ');
