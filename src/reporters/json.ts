import type { Reporter } from './reporter';

/** The run as it is: `run.json`. */
export const json: Reporter = {
  name: 'json',
  render: (run) => `${JSON.stringify(run, null, 2)}\n`,
};
