import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConsumerPacts } from '../../broker';
import { fileNameOf } from '../../pact';
import { Failure } from '../../result';
import { pactContracts } from '../pacts/contracts';
import type { Version } from './version';

/** Which pacts are published, and of which version. */
export interface PactsToPublish {
  readonly references: readonly string[];
  /** As it was asked for. */
  readonly folder: string;
  readonly cwd: string;
  readonly version: Version;
  readonly tags: readonly string[];
}

function readPact(folder: string, name: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, folder, name), 'utf8');
  } catch {
    throw new Failure('usage', `there is no ${folder}/${name}`, 'Write it with `pactcheck pacts`.');
  }
}

/**
 * Reads the pact files of contracts, by consumer.
 * @throws Failure (usage) where one is not there.
 */
export async function pactsToPublish(asked: PactsToPublish): Promise<ConsumerPacts[]> {
  const { references, folder, cwd, version, tags } = asked;
  const { affected } = await pactContracts(references, { cwd });
  const byFile = new Map(affected.map(({ contract }) => [fileNameOf(contract), contract]));
  const consumers = new Set([...byFile.values()].map(({ consumer }) => consumer));
  return [...consumers].sort().map((consumer) => ({
    consumer,
    version: version.version,
    branch: version.branch,
    buildUrl: version.buildUrl,
    tags,
    pacts: [...byFile]
      .filter(([, contract]) => contract.consumer === consumer)
      .map(([name, { provider }]) => ({ provider, text: readPact(folder, name, cwd) })),
  }));
}
