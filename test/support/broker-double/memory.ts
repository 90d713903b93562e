import { createHash } from 'node:crypto';

/** A pact as the broker keeps it: what two versions of a consumer have in common is one content. */
export interface KeptPact {
  readonly consumer: string;
  readonly provider: string;
  readonly version: string;
  readonly sha: string;
  readonly content: Record<string, unknown>;
  readonly order: number;
}

/** A version of a pacticipant. */
export interface KeptVersion {
  readonly number: string;
  readonly branches: Set<string>;
  readonly tags: Set<string>;
}

/** A result that was published. */
export interface Verification {
  readonly number: number;
  readonly consumer: string;
  readonly provider: string;
  readonly sha: string;
  readonly providerVersion: string;
  readonly success: boolean;
  readonly body: Record<string, unknown>;
}

/** Where a version is: a deployment replaces the one before, a release stands beside it. */
export interface Recorded {
  readonly pacticipant: string;
  readonly version: string;
  readonly environment: string;
}

/** The environments that the real one has from the start (db/migrations/20210702_*_create_environments). */
export const ENVIRONMENTS: readonly string[] = ['production', 'test'];

const shaOf = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('hex');

/** lib/pact_broker/pacts/generate_interaction_sha.rb: an interaction without an id gets one, by what it says. */
const withIds = (interactions: unknown): unknown =>
  Array.isArray(interactions)
    ? interactions.map((one: Record<string, unknown>) => ({ _id: one['_id'] ?? shaOf(one), ...one }))
    : interactions;

/** What a broker keeps. */
export class Memory {
  readonly pacts: KeptPact[] = [];
  readonly verifications: Verification[] = [];
  readonly deployed: Recorded[] = [];
  private readonly pacticipants = new Map<string, Map<string, KeptVersion>>();

  knows(pacticipant: string): boolean {
    return this.pacticipants.has(pacticipant);
  }

  versionOf(pacticipant: string, number: string): KeptVersion | undefined {
    return this.pacticipants.get(pacticipant)?.get(number);
  }

  /** Any call that names a version makes it, and its pacticipant. */
  version(pacticipant: string, number: string): KeptVersion {
    const versions = this.pacticipants.get(pacticipant) ?? new Map<string, KeptVersion>();
    this.pacticipants.set(pacticipant, versions);
    const version = versions.get(number) ?? { number, branches: new Set(), tags: new Set() };
    versions.set(number, version);
    return version;
  }

  pactOf(consumer: string, provider: string, version: string): KeptPact | undefined {
    return this.pacts.find(
      (pact) => pact.consumer === consumer && pact.provider === provider && pact.version === version,
    );
  }

  publish(pact: Pick<KeptPact, 'consumer' | 'provider' | 'version'>, text: string): void {
    const read = JSON.parse(text) as Record<string, unknown>;
    const content = { ...read, interactions: withIds(read['interactions']) };
    const sha = shaOf([read['interactions'], read['messages']]);
    this.version(pact.consumer, pact.version);
    if (!this.knows(pact.provider)) this.pacticipants.set(pact.provider, new Map());
    this.pacts.push({ ...pact, sha, content, order: this.pacts.length });
  }

  shaOfText(text: string): string {
    const read = JSON.parse(text) as Record<string, unknown>;
    return shaOf([read['interactions'], read['messages']]);
  }

  record(kind: 'deployed' | 'released', recorded: Recorded): void {
    const { pacticipant, environment } = recorded;
    const isReplaced = (one: Recorded): boolean => one.pacticipant === pacticipant && one.environment === environment;
    if (kind === 'deployed')
      for (const old of this.deployed.filter(isReplaced)) this.deployed.splice(this.deployed.indexOf(old), 1);
    this.deployed.push(recorded);
  }

  /** Whether some version of a provider, of a branch where one is named, verified a content. */
  wasVerified({ consumer, provider, sha }: KeptPact, branch: string | undefined): boolean {
    return this.verifications.some(
      (one) =>
        one.success &&
        one.consumer === consumer &&
        one.provider === provider &&
        one.sha === sha &&
        (branch === undefined || this.versionOf(provider, one.providerVersion)?.branches.has(branch) === true),
    );
  }
}
