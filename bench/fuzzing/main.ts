// How fast the fuzzer is, what it notices and what it cries about in vain.
//   npx jiti bench/fuzzing/main.ts speed
//   npx jiti bench/fuzzing/main.ts mistakes [seeds]        1,2,3,4,5
//   npx jiti bench/fuzzing/main.ts correct [cases]         200000
import { correct, mistakes } from './conformance';
import { speed } from './speed';

const [, , part = 'speed', word] = process.argv;

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  speed,
  mistakes: () => mistakes((word ?? '1,2,3,4,5').split(',').map(Number)),
  correct: () => correct(Number(word ?? 200_000)),
};

const run = PARTS[part];
if (run === undefined) throw new Error(`there is no part ${part}: ${Object.keys(PARTS).join(', ')}`);
void run();
