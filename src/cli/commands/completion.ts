import { Failure } from '../../result';
import type { CliCommand, CommandEntry } from '../command';
import { SHELLS } from '../completion/shells';
import { commandWord } from '../completion/word';
import { EXIT_CODES } from '../exit-codes';

/** `pactcheck completion`: what a shell sources to complete commands, options and contracts. */
export const completionCommand = (commands: () => readonly CommandEntry[]): CliCommand => ({
  action: async (context, _options, shell = '') => {
    const complete = SHELLS.get(shell);
    const known = [...SHELLS.keys()].join(', ');
    if (complete === undefined)
      throw new Failure('usage', `there is no completion for ${shell}`, `There is one for each of ${known}.`);
    context.out(complete(commands().map(commandWord)));
    return EXIT_CODES.passed;
  },
});
