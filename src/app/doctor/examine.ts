import type { End } from '../../result';
import { failureOf } from '../failure-of';
import { type Check, type Diagnosis, type Patient, wrong } from './check';
import { certificates, node, pactNative } from './machine';
import { configuration, contracts, history, runner } from './project';
import { broker, provider, proxies } from './services';

/** The checks, in the order in which a person would look. */
const CHECKS: readonly Check[] = [
  { name: 'Node', kind: 'environment', examine: node },
  { name: "Pact's native part", kind: 'environment', examine: pactNative },
  { name: 'test runner', kind: 'environment', examine: runner },
  { name: 'configuration', kind: 'usage', examine: configuration },
  { name: 'contracts', kind: 'usage', examine: contracts },
  { name: 'git history', kind: 'environment', examine: history },
  { name: 'certificates', kind: 'environment', examine: certificates },
  { name: 'proxies', kind: 'environment', examine: proxies },
  { name: 'provider', kind: 'environment', examine: provider },
  { name: 'broker', kind: 'environment', examine: broker },
];

/** A diagnosis, and what it is of. */
export interface Examined extends Diagnosis {
  readonly name: string;
}

/** What the doctor found, and what it comes to: the first thing that is wrong decides. */
export interface Examination {
  readonly rows: readonly Examined[];
  readonly end: End;
}

/** Examines one thing; an error of the examination is a diagnosis, too. */
async function diagnose({ examine }: Check, patient: Patient): Promise<readonly Diagnosis[]> {
  try {
    return await examine(patient);
  } catch (error) {
    const { message, next } = failureOf(error);
    return [wrong(message, next ?? 'Run again with --verbose.')];
  }
}

/** Examines whether a machine and a project are ready, and says what to do where they are not. */
export async function examine(patient: Patient): Promise<Examination> {
  const rows: Examined[] = [];
  let end: End = 'passed';
  for (const check of CHECKS) {
    const diagnoses = await diagnose(check, patient);
    rows.push(...diagnoses.map((diagnosis) => ({ name: check.name, ...diagnosis })));
    if (end === 'passed' && diagnoses.some(({ status }) => status === 'wrong')) end = check.kind;
  }
  return { rows, end };
}
