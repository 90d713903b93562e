import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParserUnderTest } from '../../../src/fuzz';
import { MISTAKES, type Mistake } from './mistakes';
import type { Style } from './subjects';

const EXAMPLES = join(__dirname, '../../../examples');
const PROGRAMS = join(__dirname, 'programs');

/** A correct parser in another language, which can be given each of the usual mistakes in that language. */
export interface Language {
  readonly name: string;
  readonly style: Style;
  /** Makes the program ready; gives how it is ended with. @throws where the language is not on this machine. */
  readonly prepare: () => { readonly command: string; readonly remove: () => void };
}

const style = (name: string): Style => ({ name, parser: undefined, rejectsWith: ['UnreadableResponse'] });

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

export const PYTHON: Language = {
  name: 'Python',
  style: style('Python'),
  prepare: () => {
    execFileSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'], { stdio: 'ignore' });
    const parser = join(EXAMPLES, 'user-parser-python');
    const command = `exec python3 ${quoted(join(PROGRAMS, 'mistaken.py'))} ${quoted(parser)}`;
    return { command, remove: () => undefined };
  },
};

export const JAVA: Language = {
  name: 'Java',
  style: style('Java'),
  prepare: () => {
    const classes = mkdtempSync(join(tmpdir(), 'pactcheck-java-'));
    const parser = join(EXAMPLES, 'user-parser-java/src/iam');
    const sources = readdirSync(parser).map((name) => join(parser, name));
    try {
      execFileSync('javac', ['-nowarn', '-d', classes, ...sources, join(PROGRAMS, 'Mistaken.java')], { stdio: 'pipe' });
    } catch (error) {
      rmSync(classes, { recursive: true });
      throw error;
    }
    const command = `exec java -XX:TieredStopAtLevel=1 -cp ${quoted(classes)} iam.Mistaken`;
    return { command, remove: () => rmSync(classes, { recursive: true }) };
  },
};

/** The languages of which parsers are tried behind JSON lines. */
export const LANGUAGES: readonly Language[] = [PYTHON, JAVA];

/** The program of a language, with a mistake or without one. */
export const programOf = (command: string, mistake?: Mistake): ParserUnderTest => ({
  kind: 'command',
  command: mistake === undefined ? command : `${command} ${quoted(mistake.name)}`,
  cwd: __dirname,
});

/** Whether a language can be tried here; else why not. */
export function absenceOf({ prepare }: Language): string | undefined {
  try {
    prepare().remove();
    return undefined;
  } catch (error) {
    return `it is not on this machine: ${(error as Error).message.split('\n')[0]}`;
  }
}

/** What cannot go wrong, or cannot be seen, in another program: what it gives are JSON lines, not objects of ours. */
const ONLY_HERE: Readonly<Record<string, string>> = {
  'gives an invalid date': 'what comes over a pipe is text',
  'leaves dates without a fraction texts': 'what comes over a pipe is text',
  'gives an integer that cannot be printed': 'what comes over a pipe is text',
  'writes less than it holds': 'what it writes is all that is seen of it',
  'gives what it gave before': 'what was given cannot be changed any more',
  'asks the clock': 'its clock cannot be set',
  'echoes the request': 'it is not told the request',
  'throws a text': 'it says of each error whether that is its way of refusing',
  'throws outside of its promise': 'it gives no promises',
  'changes what it was given': 'what it was given is its own',
  'pollutes a prototype': 'its objects are its own',
};

/** The mistakes that a program can make. */
export const REMOTE_MISTAKES: readonly Mistake[] = MISTAKES.filter(({ name }) => !Object.hasOwn(ONLY_HERE, name));
