import { shardOf } from '../../../src/app/shard';

describe('--shard', () => {
  it('takes i/n', () => {
    expect(shardOf('1/3', {})).toEqual({ index: 1, count: 3 });
    expect(shardOf('3/3', {})).toEqual({ index: 3, count: 3 });
  });

  it.each([
    ['GitLab', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' }],
    ['CircleCI', { CIRCLE_NODE_INDEX: '1', CIRCLE_NODE_TOTAL: '4' }],
    ['Buildkite', { BUILDKITE_PARALLEL_JOB: '1', BUILDKITE_PARALLEL_JOB_COUNT: '4' }],
    ['a Kubernetes Indexed Job', { JOB_COMPLETION_INDEX: '1', PACTCHECK_SHARD_COUNT: '4' }],
  ])('auto is what %s says, counted from 1', (_name, env) => {
    expect(shardOf('auto', env)).toEqual({ index: 2, count: 4 });
  });

  it.each(['0/3', '4/3', '1', '1/', '/3', '1/3/3', 'x/3', '1.5/3', '-1/3', ''])('refuses %p', (text) => {
    expect(() => shardOf(text, {})).toThrow(expect.objectContaining({ name: 'Failure', kind: 'usage' }));
  });

  it('says what is missing from the environment', () => {
    expect(() => shardOf('auto', {})).toThrow('the environment names no shard');
    expect(() => shardOf('auto', { JOB_COMPLETION_INDEX: '1' })).toThrow('PACTCHECK_SHARD_COUNT is not set');
    expect(() => shardOf('auto', { CI_NODE_INDEX: '0', CI_NODE_TOTAL: '4' })).toThrow('is no shard');
    expect(() => shardOf('auto', { CIRCLE_NODE_INDEX: '4', CIRCLE_NODE_TOTAL: '4' })).toThrow('is no shard');
  });
});
