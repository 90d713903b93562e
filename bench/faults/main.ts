// Plants every fault into a service that shares nothing with the product, verifies it, and prints what noticed it; then
// verifies correct services of other styles, in which nothing may be found. `npm run faults`, or with `--explore N`.
import { join } from 'node:path';
import { type Run, verifyProvider } from '../../src';
import { FAULTS } from './faults';
import { STYLES } from './styles';
import type { Hooks } from './user';
import { startUserService } from './user-service';

const ROOT = join(__dirname, '../..');
const asked = process.argv.indexOf('--explore');
const EXPLORE = asked === -1 ? 200 : Number(process.argv[asked + 1]);

async function verified(hooks: Hooks): Promise<Run> {
  const { url, statesUrl, close } = await startUserService(hooks);
  try {
    return await verifyProvider({
      cwd: ROOT,
      providerBaseUrl: url,
      providerStatesSetupUrl: statesUrl,
      explore: EXPLORE,
    });
  } finally {
    await close();
  }
}

/** Which check noticed a fault: the pacts alone, the whole contract on the same answers, or exploring. */
function noticedBy(run: Run): { pacts: boolean; contract: boolean; explored: boolean; first: string } {
  const failed = run.results.filter(({ status }) => status === 'failed');
  const isExplored = (id: string): boolean => / (?:updates|invalid requests|refusals): /.test(id);
  const replayed = failed.filter(({ id }) => !isExplored(id)).flatMap(({ findings }) => findings);
  const first = failed[0]?.findings[0];
  return {
    pacts: replayed.some(({ rule }) => rule.startsWith('pact')),
    contract: replayed.some(({ rule, level }) => level === 'error' && !rule.startsWith('pact')),
    explored: failed.some(({ id }) => isExplored(id)),
    first: first === undefined ? '' : `${first.rule} ${first.pointer}: ${first.message}`,
  };
}

const mark = (is: boolean): string => (is ? 'yes' : '-').padEnd(9);

async function main(): Promise<void> {
  const missed: string[] = [];
  console.log(`${'kind'.padEnd(16)}${'fault'.padEnd(56)}pacts    contract explored first finding`);
  for (const { kind, name, hooks } of FAULTS) {
    const by = noticedBy(await verified(hooks));
    if (!by.pacts && !by.contract && !by.explored) missed.push(name);
    console.log(
      `${kind.padEnd(16)}${name.padEnd(56)}${mark(by.pacts)}${mark(by.contract)}${mark(by.explored)}${by.first.slice(0, 100)}`,
    );
  }
  const alarms: string[] = [];
  for (const [name, hooks] of Object.entries(STYLES)) {
    const run = await verified(hooks);
    const found = run.results.flatMap(({ id, findings }) =>
      findings.map((finding) => `${id}: ${finding.level} ${finding.rule} ${finding.pointer}: ${finding.message}`),
    );
    if (found.length > 0 || run.summary.skipped > 0)
      alarms.push(`${name}: ${found[0] ?? run.results.find(({ status }) => status === 'skipped')?.reason}`);
  }
  console.log(
    `\n${FAULTS.length - missed.length} of ${FAULTS.length} faults found${missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''}`,
  );
  console.log(
    `${alarms.length} false alarms in ${Object.keys(STYLES).length} correct services${alarms.map((alarm) => `\n  ${alarm}`).join('')}`,
  );
  process.exitCode = missed.length + alarms.length > 0 ? 1 : 0;
}

main();
