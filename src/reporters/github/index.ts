import { runSummary } from '../markdown';
import type { Reporter } from '../reporter';
import { annotations } from './annotations';

/** For GitHub Actions: annotations on stdout, and the job's summary where the environment names its file. */
export const github: Reporter = {
  name: 'github',
  render: annotations,
  additions: (run, env) => {
    const path = env['GITHUB_STEP_SUMMARY'];
    return path === undefined || path === '' ? [] : [{ path, text: runSummary(run) }];
  },
};
