import { createHash } from 'node:crypto';
import type { Level, Run } from '../result';
import { type Alike, alikeFindings } from './alike';
import { jsonText } from './json-text';
import { placeOf } from './place';
import type { Reporter, ReporterOptions } from './reporter';

const SEVERITIES: Readonly<Record<Level, string>> = {
  breaking: 'critical',
  error: 'major',
  warning: 'minor',
  note: 'info',
  compatible: 'info',
};

/** GitLab demands that no two entries of a report share one; a finding's own is told apart by its level. */
const uniqueFingerprint = ({ level, fingerprint }: Alike['finding']): string =>
  createHash('sha256').update(`${level} ${fingerprint}`).digest('hex').slice(0, 32);

function entryOf(run: Run, { finding, result, ids }: Alike, options: ReporterOptions): object {
  const { file, line } = placeOf(run, result, finding, options);
  const more = ids.length > 1 ? ` (and ${ids.length - 1} more like it)` : '';
  return {
    description: `${finding.message} in ${result.id}${more}`,
    check_name: finding.rule,
    fingerprint: uniqueFingerprint(finding),
    severity: SEVERITIES[finding.level],
    location: { path: file, lines: { begin: line } },
  };
}

/** GitLab's code quality report: one entry for each kind of finding. */
export const gitlab: Reporter = {
  name: 'gitlab',
  render: (run, options = {}) => `${jsonText(alikeFindings(run).map((alike) => entryOf(run, alike, options)))}\n`,
};
