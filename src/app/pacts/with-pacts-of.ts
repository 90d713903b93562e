import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../../cleanup';
import { type Contract, operationOf } from '../../contract';
import { generatePacts } from '../../pact';
import { readPacts } from '../../provider';
import { Failure } from '../../result';
import { writeWhole } from '../files/write-whole';
import { pactPlan } from './plan';

/** Where the pacts of a project lie, unless something else is said. */
const PACTS_FOLDER = 'pacts';

/** Which pacts are wanted, and of what service. */
export interface PactsWanted {
  /** The folder that was asked for. */
  readonly asked: string | undefined;
  /** Whether the service is made of the contract: it knows its operations, and none that they stand in for. */
  readonly isOwnService: boolean;
  readonly cwd: string;
}

function hasPactsOf(contract: Contract, folder: string, { asked = PACTS_FOLDER, isOwnService }: PactsWanted): boolean {
  const calls = readPacts(folder, asked).flatMap(({ interactions }) => interactions);
  const operations = calls.flatMap(({ method, path }) => operationOf(contract, method, path) ?? []);
  return operations.some(({ isStandIn }) => isStandIn !== true || !isOwnService);
}

/**
 * Gives `work` the folder of a contract's pacts: the one asked for, the project's own, or, where that has none of the
 * contract, one with what the contract gives, which is there as long as `work` runs.
 * @throws Failure (nothing tested) where the folder asked for has no interaction of the contract.
 */
export async function withPactsOf<T>(
  contract: Contract,
  wanted: PactsWanted,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const { asked, cwd } = wanted;
  const name = asked ?? PACTS_FOLDER;
  const folder = resolve(cwd, name);
  if ((asked !== undefined || existsSync(folder)) && hasPactsOf(contract, folder, wanted)) return work(name);
  if (asked !== undefined)
    throw new Failure(
      'nothing tested',
      `no pact in ${name} calls an operation of ${contract.name}`,
      'Name another folder, or leave --pacts out: then the pacts are what the contract gives.',
    );
  const own = temporaryFolder('audited');
  try {
    for (const { name: file, text } of await generatePacts(pactPlan(contract).interactions))
      writeWhole(join(own.path, file), text);
    return await work(own.path);
  } finally {
    own.remove();
  }
}
