import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Contract } from '../../contract';
import { generatePacts, writePacts } from '../../pact';
import { operationOf, readPacts } from '../../provider';
import { Failure } from '../../result';
import { pactPlan } from './plan';

/** Where the pacts of a project lie, unless something else is said. */
const PACTS_FOLDER = 'pacts';

const hasPactsOf = (contract: Contract, folder: string, name: string): boolean =>
  readPacts(folder, name).some(({ interactions }) =>
    interactions.some(({ method, path }) => operationOf(contract, method, path) !== undefined),
  );

/**
 * Gives `work` the folder of a contract's pacts: the one asked for, the project's own, or, where that has none of the
 * contract, one with what the contract gives, which is there as long as `work` runs.
 * @throws Failure (nothing tested) where the folder asked for has no interaction of the contract.
 */
export async function withPactsOf<T>(
  contract: Contract,
  { asked, cwd }: { readonly asked: string | undefined; readonly cwd: string },
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const name = asked ?? PACTS_FOLDER;
  const folder = resolve(cwd, name);
  if ((asked !== undefined || existsSync(folder)) && hasPactsOf(contract, folder, name)) return work(name);
  if (asked !== undefined)
    throw new Failure(
      'nothing tested',
      `no pact in ${name} calls an operation of ${contract.name}`,
      'Name another folder, or leave --pacts out: then the pacts are what the contract gives.',
    );
  const own = mkdtempSync(join(tmpdir(), 'pactcheck-audited-'));
  try {
    writePacts(own, await generatePacts(pactPlan(contract).interactions));
    return await work(own);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
