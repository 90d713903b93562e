import type { Run } from '../result';
import { type Alike, alikeFindings } from './alike';
import { findingText } from './finding-text';
import { jsonText } from './json-text';
import { WEIGHTS } from './level';
import { fileOf } from './place';
import type { Reporter } from './reporter';

/** So many ids of cases are named with a result; the rest is counted. */
const NAMED = 10;

const inWords = (rule: string): string => rule.replaceAll('-', ' ');

/** Half of a pair of surrogates stands in no URI. */
const inUri = (segment: string): string => encodeURIComponent(Buffer.from(segment).toString());

const uriOf = (path: string): string => path.split('/').map(inUri).join('/');

function locationOf(run: Run, { finding, result }: Alike): object {
  const site = { fullyQualifiedName: `${run.contract}${finding.pointer}`, kind: 'member' };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(fileOf(run, result)), uriBaseId: '%SRCROOT%' },
      region: { startLine: 1 },
    },
    logicalLocations: [site],
  };
}

function resultOf(run: Run, alike: Alike, ruleIndex: number): object {
  const { finding, result, ids } = alike;
  const { replay, curl } = result.details ?? {};
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: WEIGHTS[finding.level],
    message: { text: `${findingText(finding)}\nin ${result.id}` },
    locations: [locationOf(run, alike)],
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

function logOf(run: Run, version: string | undefined): object {
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
    results: findings.map((alike) => resultOf(run, alike, rules.indexOf(alike.finding.rule))),
    properties: { command: run.command, contract: run.contract, seed: run.seed, summary: run.summary },
  };
}

/**
 * SARIF 2.1.0: one result for each kind of finding, with the ids of the cases that met it. Its fingerprints are
 * stable over runs and machines.
 */
export const sarif: Reporter = {
  name: 'sarif',
  render: (run, { version } = {}) => {
    const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
    return `${jsonText({ $schema, version: '2.1.0', runs: [logOf(run, version)] })}\n`;
  },
};
