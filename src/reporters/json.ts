import { jsonText } from './json-text';
import type { Reporter } from './reporter';

/** The run as it is: `run.json`. */
export const json: Reporter = {
  name: 'json',
  render: (run) => `${jsonText(run)}\n`,
};
