import type { Run } from '../result';
import { type Alike, alikeFindings } from './alike';
import { findingText } from './finding-text';
import { jsonText } from './json-text';
import { WEIGHTS } from './level';
import { placeOf } from './place';
import type { Reporter, ReporterOptions } from './reporter';

/** So many ids of cases are named with a result; the rest is counted. */
const NAMED = 10;

const inWords = (rule: string): string => rule.replaceAll('-', ' ');

/** Half of a pair of surrogates stands in no URI. */
const inUri = (segment: string): string => encodeURIComponent(Buffer.from(segment).toString());

const uriOf = (path: string): string => path.split('/').map(inUri).join('/');

function locationOf(run: Run, { finding, result }: Alike, options: ReporterOptions): object {
  const { file, line } = placeOf(run, result, finding, options);
  const site = { fullyQualifiedName: `${run.contract}${finding.pointer}`, kind: 'member' };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
      region: { startLine: line },
    },
    logicalLocations: [site],
  };
}

function resultOf(run: Run, alike: Alike, ruleIndex: number, options: ReporterOptions): object {
  const { finding, result, ids } = alike;
  const { replay, curl } = result.details ?? {};
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: WEIGHTS[finding.level],
    message: { text: `${findingText(finding)}\nin ${result.id}` },
    locations: [locationOf(run, alike, options)],
    // The first one is this program's; by the second one GitHub follows a result from run to run.
    partialFingerprints: {
      'pactcheckFinding/v1': finding.fingerprint,
      primaryLocationLineHash: `${finding.fingerprint}:1`,
    },
    occurrenceCount: ids.length,
    properties: {
      pointer: finding.pointer,
      level: finding.level,
      cases: ids.slice(0, NAMED),
      ...(replay === undefined ? {} : { replay }),
      ...(curl === undefined ? {} : { curl }),
    },
  };
}

function logOf(run: Run, options: ReporterOptions): object {
  const { version } = options;
  const findings = alikeFindings(run);
  const rules = [...new Set(findings.map(({ finding }) => finding.rule))].sort();
  const driver = {
    name: 'pactcheck',
    ...(version === undefined ? {} : { semanticVersion: version }),
    rules: rules.map((id) => ({ id, shortDescription: { text: inWords(id) } })),
  };
  const warnings = (run.warnings ?? []).map((text) => ({ level: 'warning', message: { text } }));
  return {
    tool: { driver },
    automationDetails: { id: `pactcheck/${run.command}/${run.contract}/` },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: warnings }],
    columnKind: 'utf16CodeUnits',
    results: findings.map((alike) => resultOf(run, alike, rules.indexOf(alike.finding.rule), options)),
    properties: { command: run.command, contract: run.contract, seed: run.seed, summary: run.summary },
  };
}

/**
 * SARIF 2.1.0: one result for each kind of finding, with the ids of the cases that met it. Its fingerprints are
 * stable over runs and machines.
 */
export const sarif: Reporter = {
  name: 'sarif',
  render: (run, options = {}) => {
    const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
    return `${jsonText({ $schema, version: '2.1.0', runs: [logOf(run, options)] })}\n`;
  },
};
