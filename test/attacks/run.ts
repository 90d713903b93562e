import { type Attack, faultIn, leftOver, NotTried } from './attack';
import { Bench, removeInstallation } from './bench';
import { TABLES } from './rows';

/** Runs one attack, and says why it was not held; `undefined` where it was. */
async function faultOf(attack: Attack): Promise<string | undefined> {
  if (faultIn(attack, attack.broken) === undefined) return 'the row is green for what came when pactcheck was broken';
  const bench = new Bench();
  try {
    const fault = faultIn(attack, await attack.came(bench));
    const left = leftOver(attack, bench.left());
    return fault ?? (left.length === 0 ? undefined : `left behind: ${left.join(', ')}`);
  } catch (error) {
    if (error instanceof NotTried) throw error;
    return String((error as Error).stack);
  } finally {
    await bench.close();
  }
}

/** What became of the attacks, by name. */
interface Outcomes {
  readonly held: string[];
  readonly failed: string[];
  readonly notTried: string[];
}

async function attempt(name: string, attack: Attack, { held, failed, notTried }: Outcomes): Promise<void> {
  try {
    const fault = await faultOf(attack);
    (fault === undefined ? held : failed).push(name);
    console.log(fault === undefined ? `held    ${name}` : `FAILED  ${name}\n        ${fault}`);
  } catch (error) {
    if (!(error instanceof NotTried)) throw error;
    notTried.push(name);
    console.log(`-       ${name}\n        not tried: ${error.message}`);
  }
}

/** All attacks, or those whose kind or name holds a word of the command line; prints what held and what failed. */
async function main(words: readonly string[]): Promise<number> {
  const outcomes: Outcomes = { held: [], failed: [], notTried: [] };
  for (const { kind, attacks } of TABLES)
    for (const attack of attacks) {
      const name = `${kind}: ${attack.name}`;
      if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
      await attempt(name, attack, outcomes);
    }
  removeInstallation();
  const { held, failed, notTried } = outcomes;
  console.log(
    `${held.length} held, ${failed.length} failed${notTried.length > 0 ? `, ${notTried.length} not tried` : ''}`,
  );
  return failed.length === 0 && held.length > 0 ? 0 : 1;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
