import { Failure, type Shard } from '../result';

/** Where a CI system says which of its parallel jobs this is, and of how many. */
interface ShardSource {
  readonly index: string;
  readonly count: string;
  /** What the first job is called. */
  readonly first: 0 | 1;
}

/** In the order in which they are asked. */
const SOURCES: readonly ShardSource[] = [
  { index: 'CI_NODE_INDEX', count: 'CI_NODE_TOTAL', first: 1 },
  { index: 'CIRCLE_NODE_INDEX', count: 'CIRCLE_NODE_TOTAL', first: 0 },
  { index: 'BUILDKITE_PARALLEL_JOB', count: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  // Kubernetes gives an Indexed Job's pods their index, not the Job's `completions`: the manifest has to.
  { index: 'JOB_COMPLETION_INDEX', count: 'PACTCHECK_SHARD_COUNT', first: 0 },
];

const WHOLE = /^\d{1,6}$/;

function checked(index: string, count: string, { where, first }: { where: string; first: 0 | 1 }): Shard {
  const shard = { index: Number(index) + 1 - first, count: Number(count) };
  const isWhole = WHOLE.test(index) && WHOLE.test(count);
  if (isWhole && shard.index >= 1 && shard.index <= shard.count) return shard;
  const range = first === 1 ? 'from 1 to the count' : 'from 0 to the count less one';
  throw new Failure('usage', `${where} is no shard`, `Give an index ${range}, and a count: both whole numbers.`);
}

function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Shard {
  const source = SOURCES.find(({ index }) => env[index] !== undefined);
  if (source === undefined) {
    const names = SOURCES.map(({ index, count }) => `${index} with ${count}`).join(', ');
    throw new Failure('usage', '--shard auto: the environment names no shard', `Set one of ${names}, or give i/n.`);
  }
  const [index = '', count] = [env[source.index], env[source.count]];
  if (count === undefined)
    throw new Failure(
      'usage',
      `--shard auto: ${source.index} is ${index}, but ${source.count} is not set`,
      `Set ${source.count} to the number of shards.`,
    );
  const where = `--shard auto: ${source.index}=${index} of ${source.count}=${count}`;
  return checked(index, count, { where, first: source.first });
}

/**
 * What `--shard` asks for, of `verify`, `fuzz` and whatever else splits its work: `i/n`, from `1/n` to `n/n`, or
 * `auto`, as GitLab, CircleCI, Buildkite or a Kubernetes Indexed Job say in the environment.
 * @returns the shard, its `index` counted from 1, which the run then carries as `run.shard`, so that `report` can tell
 * whether all are there.
 * @throws Failure (usage) where it names none.
 */
export function shardOf(text: string, env: Readonly<Record<string, string | undefined>>): Shard {
  if (text === 'auto') return fromEnvironment(env);
  const [index = '', count = ''] = text.split('/', 2);
  return checked(index, text.split('/').length === 2 ? count : '', { where: `--shard ${text}`, first: 1 });
}
