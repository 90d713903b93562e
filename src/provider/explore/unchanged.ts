import type { JsonObject } from '../../contract';
import { type Finding, fingerprint } from '../../result';
import { type Exchange, isSuccess } from '../exchange';
import { judge, type Reference } from '../judge';
import type { Found } from './bucket';
import type { PlannedCall } from './call';
import type { Explored, ExploreOptions } from './family';
import type { Story } from './story';

/** A call that was refused, and the resource that it must not have touched. */
export interface Refused {
  /** How the resource is updated by who may. */
  readonly planned: PlannedCall;
  readonly before: JsonObject;
  readonly story: Story;
  /** Which refusal, in a few words. */
  readonly what: string;
}

const RULE = 'refused-update-changes';

/** What is held to stay: all of the resource, also what the service sets at an update, since there was none. */
function allOf(reference: Reference): Reference {
  const { contract } = reference;
  const operations = contract.operations.map((operation) =>
    operation.update === undefined ? operation : { ...operation, update: { ...operation.update, managed: [] } },
  );
  return { contract: { ...contract, operations }, answer: (...asked) => reference.answer(...asked) };
}

/** What an update of nothing shows to be otherwise than it was set up; `undefined` where the service takes none. */
async function looked(
  { planned, before, story }: Refused,
  options: ExploreOptions,
): Promise<{ readonly exchange: Exchange; readonly changes: readonly Finding[] } | undefined> {
  const exchange = await options.performer.call(planned, story.values, { body: Buffer.from('{}') });
  if (exchange.response === undefined || !isSuccess(exchange.response)) return undefined;
  const findings = judge(allOf(options.reference), exchange, { resource: before, isSetUp: true });
  return { exchange, changes: findings.filter(({ rule }) => rule === 'untouched-stays') };
}

/**
 * The places that are otherwise though nothing was refused: another defect, which the updates tell, or what an update
 * of nothing sets as well.
 */
async function changedAnyway(refused: Refused, options: ExploreOptions): Promise<ReadonlySet<string>> {
  const { states } = refused.planned;
  await options.performer.tearDown(states);
  const state = await options.performer.setUp(states);
  const values = state.kind === 'done' ? state.values : refused.story.values;
  const seen = await looked({ ...refused, story: { ...refused.story, values } }, options);
  return new Set(seen?.changes.map(({ pointer }) => pointer));
}

/** The places that were once seen to change anyway: looked for again only where others changed as well. */
const SEEN_ANYWAY = new WeakMap<PlannedCall, ReadonlySet<string>>();

/** What a refused call changed: seen by an update of nothing, where the service takes one. */
export async function changedBy(refused: Refused, { operation }: Explored, options: ExploreOptions): Promise<Found[]> {
  const { story, what } = refused;
  const seen = await looked(refused, options);
  const known = SEEN_ANYWAY.get(refused.planned);
  if (seen === undefined || seen.changes.every(({ pointer }) => known?.has(pointer) === true)) return [];
  const anyway = await changedAnyway(refused, options);
  SEEN_ANYWAY.set(refused.planned, anyway);
  const shown: Story = { ...story, exchanges: [...story.exchanges, seen.exchange], expected: { status: '200' } };
  return seen.changes
    .filter(({ pointer }) => !anyway.has(pointer))
    .map((finding) => ({
      finding: {
        ...finding,
        rule: RULE,
        message: `${finding.pointer.slice(1)} was changed by a request that was refused: ${what}`,
        fingerprint: fingerprint({ rule: RULE, place: finding.pointer, scope: operation.id }),
      },
      story: shown,
    }));
}
