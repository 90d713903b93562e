import Ajv2020 from 'ajv/dist/2020';
import schema from '../../../docs/run.schema.json';
import { files } from '../../../package.json';
import { REPORTERS } from '../../../src/reporters';
import { joinRuns, type Run } from '../../../src/result';
import { fixedRun } from '../../support/fixed-run';
import { runCli } from '../../support/run-cli';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const problems = (run: unknown): string[] => {
  validate(run);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const written = (run: Run): unknown => JSON.parse(REPORTERS.get('json')?.render(run) ?? '');

describe('the published schema of a run', () => {
  it('allows a run with one of everything, a shard and a joined run', () => {
    expect(problems(written(fixedRun))).toEqual([]);
    expect(problems(written({ ...fixedRun, shard: { index: 1, count: 2 }, contractDigest: 'a' }))).toEqual([]);
    expect(problems(written(joinRuns([fixedRun, { ...fixedRun, command: 'fuzz' }])))).toEqual([]);
  });

  it('allows a run that a command made', async () => {
    const { run } = await runCli(['import', 'contracts/user-update-resp/UserUpdateResp.md', '--check']);
    expect(run).toBeDefined();
    expect(problems(written(run as Run))).toEqual([]);
  });

  it('notices what is missing, unknown and wrong', () => {
    const { seed: _seed, ...rest } = fixedRun;
    const wrong = { ...rest, extra: 1, summary: { ...fixedRun.summary, passed: -1 }, version: 2 };
    expect(problems(wrong)).toEqual([
      " must have required property 'seed'",
      ' must NOT have additional properties',
      '/version must be equal to constant',
      '/summary/passed must be >= 0',
    ]);
  });

  it('is in the package', () => {
    expect(files.filter((folder) => 'docs/run.schema.json'.startsWith(`${folder}/`))).toEqual(['docs']);
  });
});
