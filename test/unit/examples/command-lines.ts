import { COMMANDS } from '../../../src/cli/commands';
import { commandWord } from '../../../src/cli/completion/word';

const known = new Map(
  COMMANDS.map(commandWord).map(({ name, options }) => [name, options.map((option) => option.name)]),
);

/** Every `pactcheck ...` that a text runs: lines that a shell gets. */
export const commandLines = (text: string): string[] =>
  [...text.matchAll(/(?:^|\s|\()(?:npx )pactcheck ([^\n|;]+)/g)].map(([, words = '']) => words.trim());

/** What is wrong with the words of a command: a command or an option that there is not. */
export function wrongWords(line: string): string[] {
  const [name = '', ...words] = line.split(/\s+/);
  const options = known.get(name);
  if (name.startsWith('"$')) return [];
  if (options === undefined) return [`there is no command ${name}`];
  return words
    .filter((word) => /^--[a-z]/.test(word))
    .map((word) => word.split('=')[0] as string)
    .filter((option) => !options.includes(option))
    .map((option) => `${name} has no option ${option}`);
}
