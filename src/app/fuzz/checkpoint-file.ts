import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkpoint, Standing } from '../../fuzz';
import { Failure } from '../../result';
import { writeWhole } from '../files/write-whole';

/** How often a run that goes on is written down, in milliseconds: so much is lost where the machine goes down. */
const EVERY = 10_000;

/**
 * Where a run that is interrupted is written down, to go on from there. The file's name holds a digest of all that the
 * run depends on: another parser, seed or shard, or a parser that was changed since, has another file.
 */
export class CheckpointFile {
  readonly path: string;
  private last = Number.NEGATIVE_INFINITY;

  constructor(cwd: string, dependsOn: readonly unknown[]) {
    const digest = createHash('sha256').update(JSON.stringify(dependsOn)).digest('hex').slice(0, 16);
    this.path = join(cwd, 'reports', `.fuzz-${digest}.json`);
  }

  /** Where the run was stopped; `undefined` where there is none to go on with. @throws Failure (usage) for a spoilt file. */
  read(): Checkpoint | undefined {
    if (!existsSync(this.path)) return undefined;
    try {
      return JSON.parse(readFileSync(this.path, 'utf8')) as Checkpoint;
    } catch (error) {
      throw new Failure('usage', `${this.path} is spoilt: ${(error as Error).message}`, 'Run without --resume.');
    }
  }

  /** Writes down a run that goes on: its first cases, and then now and again. */
  note(standing: Standing): void {
    if (standing.elapsed - this.last < EVERY) return;
    this.last = standing.elapsed;
    this.write(standing);
  }

  write({ checkpoint }: Standing): void {
    writeWhole(this.path, JSON.stringify(checkpoint()));
  }

  /** A run that has come to its end is none to go on with. */
  remove(): void {
    rmSync(this.path, { force: true });
  }
}
