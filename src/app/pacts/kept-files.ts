import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operationOf } from '../../contract';
import type { PactFile } from '../../pact';
import { readPacts } from '../../provider';
import type { PactContracts } from './contracts';

/**
 * Demands that no interaction of a contract which cannot be read would be lost from a file that it shares.
 * @throws what is wrong with that contract.
 */
export function demandKept(files: readonly PactFile[], { all, unread }: PactContracts, folder: string): void {
  const [first] = unread;
  if (first === undefined) return;
  for (const { name } of files) {
    const path = join(folder, name);
    const kept = existsSync(path) ? readPacts(path, name).flatMap(({ interactions }) => interactions) : [];
    const isOwn = kept.every(({ method, path: called }) =>
      all.some(({ contract }) => operationOf(contract, method, called) !== undefined),
    );
    if (!isOwn) throw first.error;
  }
}
