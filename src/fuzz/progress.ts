import { type Bucket, findingOf } from './bucket';
import type { Campaign } from './campaign';
import type { Chamber } from './chambers';
import type { FuzzOptions } from './options';
import type { Checkpoint } from './standing';

interface Parts {
  readonly campaign: Campaign;
  readonly chambers: readonly Pick<Chamber, 'calls'>[];
  /** Milliseconds. */
  readonly now: () => number;
}

/** Follows a run, and tells whoever watches it. */
export class Progress {
  private readonly started: number;
  private lastNew: number;
  /** How many cases of the plan were run. */
  taken = 0;

  constructor(
    private readonly options: FuzzOptions,
    private readonly parts: Parts,
  ) {
    this.started = parts.now();
    this.lastNew = this.started;
  }

  get elapsed(): number {
    return this.parts.now() - this.started;
  }

  get hasTime(): boolean {
    return this.elapsed < (this.options.time ?? Number.POSITIVE_INFINITY);
  }

  /** Goes on from where a run was stopped. */
  restore({ taken, campaign }: Checkpoint): void {
    this.taken = taken;
    this.parts.campaign.restore(campaign);
  }

  /** A case of the plan was run. */
  took(): void {
    this.taken += 1;
  }

  foundNew(bucket: Bucket): void {
    this.lastNew = this.parts.now();
    this.options.onFinding?.(bucket);
  }

  tell(): void {
    const { campaign, chambers, now } = this.parts;
    this.options.onProgress?.({
      elapsed: this.elapsed,
      calls: chambers.reduce((sum, { calls }) => sum + calls, 0),
      cases: campaign.cases,
      classes: { covered: campaign.coverage.covered, feasible: campaign.coverage.feasible },
      sinceNew: now() - this.lastNew,
      findings: campaign.buckets.all.map(findingOf),
      checkpoint: () => ({ taken: this.taken, campaign: campaign.state }),
    });
  }
}
