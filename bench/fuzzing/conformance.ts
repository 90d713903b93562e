import type { ParserUnderTest } from '../../src/fuzz';
import type { Mistake } from '../../test/fuzz/conformance/mistakes';
import { noticeOf } from '../../test/fuzz/conformance/notice';
import { arktypeUser } from '../../test/fuzz/conformance/parsers/arktype';
import { LANGUAGES, programOf, REMOTE_MISTAKES } from '../../test/fuzz/conformance/programs';
import {
  fuzzed,
  loaded,
  mistakesOf,
  NOT_OF_SCHEMAS,
  STYLES,
  type Style,
  told,
  withMistake,
} from '../../test/fuzz/conformance/subjects';

/** A correct parser, and how it is given each of the mistakes that it can make. */
interface Subject {
  readonly style: Style;
  readonly correct: ParserUnderTest;
  readonly mistakes: readonly Mistake[];
  readonly withMistake: (mistake: Mistake) => ParserUnderTest;
  readonly end: () => void;
}

const nothing = (): void => undefined;

/** arktype is an ES module, which Jest does not load: only here its schema has a thread for itself. */
const ARKTYPE: Style = { name: 'arktype', parser: arktypeUser, rejectsWith: [], noMistakes: NOT_OF_SCHEMAS };

const ofStyle = (style: Style): Subject => ({
  style,
  correct: loaded(style.parser),
  mistakes: mistakesOf(style),
  withMistake: (mistake) => withMistake(style, mistake),
  end: nothing,
});

/** The parsers in this language, then those in others as far as they are on this machine. */
function* subjects(): Generator<Subject> {
  for (const style of [...STYLES, ARKTYPE]) yield ofStyle(style);
  for (const { name, style, prepare } of LANGUAGES) {
    try {
      const { command, remove } = prepare();
      const behind = (mistake: Mistake): ParserUnderTest => programOf(command, mistake);
      yield { style, correct: programOf(command), mistakes: REMOTE_MISTAKES, withMistake: behind, end: remove };
    } catch (error) {
      console.log(`${name}: skipped, since it is not on this machine: ${(error as Error).message.split('\n')[0]}`);
    }
  }
}

/** Those whose name is among the words; all where there are none. */
function* named(words: readonly string[]): Generator<Subject> {
  for (const subject of subjects()) {
    if (words.length === 0 || words.includes(subject.style.name)) yield subject;
    else subject.end();
  }
}

async function missedBy({ style, mistakes, withMistake: behind }: Subject, seeds: readonly number[]): Promise<void> {
  const most: number[] = [];
  for (const mistake of mistakes) {
    for (const seed of seeds) {
      const { rule, others, cases } = await noticeOf(style, behind(mistake), mistake, { seed });
      if (rule !== undefined) most.push(cases);
      else console.log(`missed: ${style.name} ${mistake.name}, seed ${seed}; heard: ${others.join(', ') || 'nothing'}`);
    }
  }
  const total = mistakes.length * seeds.length;
  for (const [mistake, reason] of Object.entries(style.noMistakes ?? {}))
    console.log(`${style.name}: ${mistake} is no mistake, ${reason}`);
  console.log(`${style.name}: ${most.length} of ${total} noticed, the last after ${Math.max(...most)} cases`);
}

/** Every mistake behind every parser that can have one, on so many seeds; what is missed, a line each. */
export async function mistakes(seeds: readonly number[], words: readonly string[]): Promise<void> {
  for (const subject of named(words)) {
    await missedBy(subject, seeds);
    subject.end();
  }
}

/** Every correct parser, on so many cases: nothing may be found. */
export async function correct(runs: number, words: readonly string[]): Promise<void> {
  for (const { style, correct: parser, end } of named(words)) {
    const lines = told(await fuzzed(style, parser, { runs }));
    console.log(
      `${style.name}: ${lines.length} false alarms in ${runs} cases${lines.map((line) => `\n  ${line}`).join('')}`,
    );
    end();
  }
}
