import type { Run } from '../../result';
import type { Reporter } from '../reporter';
import { runSummary } from './summary';

export { runSummary } from './summary';

/** Marks the comment of one command, so that a CI job finds it by its first line and edits it instead of adding another. */
const markOf = ({ command }: Run): string => `<!-- pactcheck ${command.replaceAll(/[^a-z-]/g, '')} -->`;

/** Markdown for a comment on a pull request or merge request, on any CI system: `--reporter markdown=FILE`. */
export const markdown: Reporter = { name: 'markdown', render: (run) => `${markOf(run)}\n${runSummary(run)}` };
