import { systemFailure } from '../result';
import { nameOf } from './command';
import { COMMANDS } from './commands';

/** Words that only print something, and run nobody's code. */
const PRINTING = ['--help', '-h', 'help', '--version', '-V', 'completion'];

const isWork = (words: readonly string[]): boolean =>
  COMMANDS.some((entry) => nameOf(entry) === words[0]) && !words.some((word) => PRINTING.includes(word));

/** Why nothing can be done here: the working folder was deleted. */
function whyNotHere(): string | undefined {
  try {
    process.cwd();
    return undefined;
  } catch (error) {
    const failure = systemFailure(error);
    return `error ${failure?.message ?? String(error)}\n      ${failure?.next ?? ''}\n`;
  }
}

/** Waits until all that was written has left this process. */
const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((settle) => stream.write('', () => settle()));

/** Runs the program, and ends the process with its exit code: what code of others left running is not waited for. */
export async function start(words: readonly string[]): Promise<void> {
  const obstacle = whyNotHere();
  if (obstacle !== undefined) {
    process.stderr.write(obstacle);
    return;
  }
  if (!isWork(words)) {
    process.exitCode = await (require('./main') as typeof import('./main')).main(words);
    return;
  }
  const { supervise } = require('./supervisor/supervise') as typeof import('./supervisor/supervise');
  const exitCode = await supervise(words);
  await drained(process.stderr);
  process.exit(exitCode);
}
