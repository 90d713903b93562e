import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../../src/doors';
import { verifyProvider } from '../../src/doors/provider';
import { runCli } from '../../test/support/run-cli';
import { type Roster, startRoster } from './roster';
import { ROSTER_FAULTS } from './roster-faults';
import { ROSTER_STYLES } from './roster-styles';
import { STYLES } from './styles';
import type { Hooks } from './user';
import { FAULTS } from './user-faults';
import { startUserService } from './user-service';

const ROOT = join(__dirname, '../..');

/** A service that is verified: faulty in one way, or correct in a style of its own. */
export interface Subject {
  readonly service: 'users' | 'roster';
  readonly kind: string;
  readonly name: string;
  readonly verify: (explore: number) => Promise<Run>;
}

/** The first service: documented names, states over HTTP. */
const users = (kind: string, name: string, hooks: Hooks): Subject => ({
  service: 'users',
  kind,
  name,
  verify: async (explore) => {
    const { url, statesUrl, close } = await startUserService(hooks);
    try {
      return await verifyProvider({ cwd: ROOT, providerBaseUrl: url, providerStatesSetupUrl: statesUrl, explore });
    } finally {
      await close();
    }
  },
});

/** The second one: names in snake_case, so pacts of its own, and states in this process. */
const roster = (pacts: string, kind: string, name: string, make: () => Roster): Subject => ({
  service: 'roster',
  kind,
  name,
  verify: async (explore) => {
    const subject = make();
    const { url, close } = await startRoster(subject);
    const states = subject.states();
    try {
      return await verifyProvider({ cwd: ROOT, pacts, wireNames: 'snake_case', providerBaseUrl: url, states, explore });
    } finally {
      await close();
    }
  },
});

/** All services; `pacts` is the folder of the pacts in snake_case. */
function subjectsOn(pacts: string): { readonly faulty: readonly Subject[]; readonly correct: readonly Subject[] } {
  return {
    faulty: [
      ...FAULTS.map(({ kind, name, hooks }) => users(kind, name, hooks)),
      ...ROSTER_FAULTS.map(({ kind, name, make }) => roster(pacts, kind, name, make)),
    ],
    correct: [
      ...Object.entries(STYLES).map(([name, hooks]) => users('correct', name, hooks)),
      ...Object.entries(ROSTER_STYLES).map(([name, make]) => roster(pacts, 'correct', name, make)),
    ],
  };
}

/** Does something with all services; their pacts are there as long. */
export async function withSubjects(work: (subjects: ReturnType<typeof subjectsOn>) => Promise<void>): Promise<void> {
  const pacts = mkdtempSync(join(tmpdir(), 'pactcheck-faults-'));
  try {
    const { exitCode } = await runCli(['pacts', 'user-update-resp', '--wire-names', 'snake_case', '--pacts', pacts]);
    if (exitCode !== 0) throw new Error(`the pacts in snake_case cannot be written: ${exitCode}`);
    await work(subjectsOn(pacts));
  } finally {
    rmSync(pacts, { recursive: true, force: true });
  }
}
