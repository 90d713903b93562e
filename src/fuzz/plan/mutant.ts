import type { Case, JsonObject } from '../../contract';
import { type Composition, classesOf, wireOf } from './composition';
import { mutantId } from './mutant-id';
import type { Planned } from './planned';

/**
 * A case that is made of others. What a parser is given of it is there; the rest is made for whoever asks, which of
 * many thousands of cases is done for a few.
 */
export class Mutant implements Planned, Case {
  readonly verdict: Case['verdict'];
  readonly status: number;
  readonly headers: Case['headers'];
  readonly pointer?: string;
  readonly reason?: string;

  /** `like` is the case that it departs by, if at all, and is seen by. */
  constructor(
    private readonly count: number,
    private readonly like: Case,
    readonly body: string,
    readonly composition?: Composition,
  ) {
    this.verdict = like.verdict;
    this.status = like.status;
    this.headers = like.headers;
    if (like.pointer !== undefined) this.pointer = like.pointer;
    if (like.reason !== undefined) this.reason = like.reason;
  }

  get view(): Case {
    return this;
  }

  get testCase(): Case {
    const { id, body, classes } = this;
    return { ...this.like, id, body, classes };
  }

  get id(): string {
    return mutantId(this.count);
  }

  get classes(): Case['classes'] {
    return this.composition === undefined ? this.like.classes : classesOf(this.composition);
  }

  get seed(): number {
    return this.like.seed;
  }

  get wire(): JsonObject | undefined {
    const { verdict, composition } = this;
    return verdict === 'reject' || composition === undefined ? undefined : wireOf(composition);
  }
}
