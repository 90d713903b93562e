// How fast the fuzzer is, what it notices and what it cries about in vain.
//   npx jiti bench/fuzzing/main.ts speed [parser]                 of lean,console
//   npx jiti bench/fuzzing/main.ts combinators                    against fast-check's own
//   npx jiti bench/fuzzing/main.ts jazzer                         against Jazzer.js, where it runs
//   npx jiti bench/fuzzing/main.ts mistakes [seeds] [parsers]     1,2,3,4,5
//   npx jiti bench/fuzzing/main.ts correct [cases] [parsers]      200000, of tolerant,strict,...,Python,Java
import { combinators } from './combinators';
import { correct, mistakes } from './conformance';
import { jazzer } from './jazzer';
import { speed } from './speed';

const [, , part = 'speed', word, names] = process.argv;
const parsers = names?.split(',') ?? [];

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  speed: () => speed(word),
  combinators,
  jazzer,
  mistakes: () => mistakes((word ?? '1,2,3,4,5').split(',').map(Number), parsers),
  correct: () => correct(Number(word ?? 200_000), parsers),
};

const run = PARTS[part];
if (run === undefined) throw new Error(`there is no part ${part}: ${Object.keys(PARTS).join(', ')}`);
void run();
