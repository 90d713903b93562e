// Plants every fault into two services that share nothing with the product, verifies them, and prints what noticed it;
// then verifies correct services of other styles, in which nothing may be found.
// `npx jiti bench/faults/main.ts`, with `--explore N`, and `--only REGEX` for some of them.
import type { Run } from '../../src/doors';
import { type Subject, withSubjects } from './subjects';

function option(name: string): string | undefined {
  const asked = process.argv.indexOf(name);
  return asked === -1 ? undefined : process.argv[asked + 1];
}

const EXPLORE = Number(option('--explore') ?? 200);
const ONLY = new RegExp(option('--only') ?? '');

const isAsked = ({ service, kind, name }: Subject): boolean => ONLY.test(`${service} ${kind}: ${name}`);

/** Which check noticed a fault: the pacts alone, the whole contract on the same answers, or exploring. */
function noticedBy(run: Run): { pacts: boolean; contract: boolean; explored: boolean; first: string } {
  const failed = run.results.filter(({ status }) => status === 'failed');
  const isExplored = (id: string): boolean => / (?:updates|invalid requests|refusals): /.test(id);
  const replayed = failed.filter(({ id }) => !isExplored(id)).flatMap(({ findings }) => findings);
  const [first] = failed.flatMap(({ findings }) => findings).filter(({ level }) => level === 'error');
  return {
    pacts: replayed.some(({ rule }) => rule.startsWith('pact')),
    contract: replayed.some(({ rule, level }) => level === 'error' && !rule.startsWith('pact')),
    explored: failed.some(({ id }) => isExplored(id)),
    first: first === undefined ? '' : `${first.rule} ${first.pointer}: ${first.message}`,
  };
}

const mark = (is: boolean): string => (is ? 'yes' : '-').padEnd(9);

/** Prints a line for each fault; gives those that nobody noticed. */
async function missedOf(faulty: readonly Subject[]): Promise<string[]> {
  const missed: string[] = [];
  console.log(`${'service kind'.padEnd(24)}${'fault'.padEnd(56)}pacts    contract explored first finding`);
  for (const subject of faulty) {
    const { service, kind, name } = subject;
    const by = noticedBy(await subject.verify(EXPLORE));
    if (!by.pacts && !by.contract && !by.explored) missed.push(name);
    const marks = mark(by.pacts) + mark(by.contract) + mark(by.explored);
    console.log(`${`${service} ${kind}`.padEnd(24)}${name.padEnd(56)}${marks}${by.first.slice(0, 100)}`);
  }
  return missed;
}

/** What is found in correct services, or left out there. */
async function alarmsOf(correct: readonly Subject[]): Promise<string[]> {
  const alarms: string[] = [];
  for (const subject of correct) {
    const run = await subject.verify(EXPLORE);
    const found = run.results.flatMap(({ id, findings, reason }) => [
      ...findings.map(({ level, rule, pointer, message }) => `${id}: ${level} ${rule} ${pointer}: ${message}`),
      ...(reason === undefined ? [] : [`${id}: skipped: ${reason}`]),
    ]);
    console.log(`${subject.service.padEnd(24)}${subject.name.padEnd(56)}${found[0]?.slice(0, 120) ?? 'green'}`);
    if (found.length > 0) alarms.push(subject.name);
  }
  return alarms;
}

const listed = (names: readonly string[]): string => (names.length === 0 ? '' : `: ${names.join(', ')}`);

withSubjects(async (subjects) => {
  const [faulty, correct] = [subjects.faulty.filter(isAsked), subjects.correct.filter(isAsked)];
  const missed = await missedOf(faulty);
  const alarms = await alarmsOf(correct);
  console.log(
    `\n${faulty.length - missed.length} of ${faulty.length} faults found; missed${listed(missed) || ' none'}`,
  );
  console.log(
    `${alarms.length} false alarms in ${correct.length} correct services, ${EXPLORE} updates each${listed(alarms)}`,
  );
  process.exitCode = missed.length + alarms.length > 0 ? 1 : 0;
});
