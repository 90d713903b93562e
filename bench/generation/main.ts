// Measures the compiled generator against fc.record by hand, libraries of the same purpose, and no library at all:
//
//   npx jiti bench/generation/main.ts [--rounds N] [--only speed,shrinking,memory,compiling,validity,pairs] [--no-peers]
//
// Every case runs in a process of its own, the contenders in turn; what is compared was measured in the same round.
// Ends with 1 where a figure is missed. The peers are installed into a folder for temporary files.
import { BUGS } from './bugs';
import { type Case, measure, measureApart } from './case';
import { BASELINE, CONTENDERS, OURS, PEERS } from './contenders';
import { installPeers } from './peer-packages';
import { Measured, SPEEDS, shrinkingLines, speedLines } from './report';
import { missed, targetLines, targetsOf } from './targets';

/** The cases of one round, by the name of their group; of a group that is measured once, `once` is true. */
const groupsOf = (contenders: readonly string[]): Readonly<Record<string, { cases: Case[]; once: boolean }>> => {
  const of = (names: readonly string[], task: Case['task'], abouts: readonly string[]): Case[] =>
    abouts.flatMap((about) => names.map((contender) => ({ contender, task, about })));
  const both = ['values', 'texts'];
  return {
    speed: {
      cases: [...SPEEDS.flatMap(({ task, about, like }) => of(about === like ? contenders : [OURS], task, [about]))],
      once: false,
    },
    compiling: { cases: of([OURS], 'compiling', ['']), once: false },
    shrinking: { cases: of([BASELINE, OURS], 'shrinking', Object.keys(BUGS)), once: true },
    pairs: { cases: of([OURS], 'pairs', ['values']), once: true },
    validity: { cases: of([OURS], 'validity', both), once: true },
    memory: { cases: of([OURS], 'memory', both), once: true },
  };
};

function wordAfter(option: string): string | undefined {
  const at = process.argv.indexOf(option);
  return at === -1 ? undefined : process.argv[at + 1];
}

function contenders(): string[] {
  const problem = process.argv.includes('--no-peers') ? '--no-peers' : installPeers();
  if (problem !== undefined) console.log(`without ${PEERS.join(', ')}: ${problem}\n`);
  return Object.keys(CONTENDERS).filter((name) => problem === undefined || !PEERS.includes(name));
}

function run(): void {
  const rounds = Number(wordAfter('--rounds') ?? 5);
  const only = wordAfter('--only')?.split(',');
  const names = contenders();
  const groups = Object.entries(groupsOf(names)).filter(([name]) => only === undefined || only.includes(name));
  const measured = new Measured();
  for (let round = 0; round < rounds; round += 1)
    for (const [, { cases, once }] of groups)
      if (round === 0 || !once) for (const one of cases) measured.add(one, measureApart(__filename, one));
  const isAsked = (name: string): boolean => groups.some(([group]) => group === name);
  const speeds = isAsked('speed') ? SPEEDS.flatMap((speed) => speedLines(measured, names, speed)) : [];
  const targets = targetsOf(measured);
  const lines = [...speeds, ...(isAsked('shrinking') ? shrinkingLines(measured) : []), ...targetLines(targets)];
  console.log(lines.join('\n'));
  process.exitCode = missed(targets).length > 0 ? 1 : 0;
}

const asked = wordAfter('--case');
if (asked === undefined) run();
else measure(JSON.parse(asked) as Case).then((figures) => console.log(JSON.stringify(figures)));
