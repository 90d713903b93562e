import type { Reporter } from '../reporter';
import { runSummary } from './summary';

export { runSummary } from './summary';

/** Marks the comment as pactcheck's own, so that a CI job finds it and edits it in place of adding another. */
const MARK = '<!-- pactcheck -->';

/** Markdown for a comment on a pull request or merge request, on any CI system: `--reporter markdown=FILE`. */
export const markdown: Reporter = { name: 'markdown', render: (run) => `${MARK}\n${runSummary(run)}` };
