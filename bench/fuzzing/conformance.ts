import type { ParseFunction, ParserUnderTest } from '../../src/fuzz';
import { MISTAKES, type Mistake, mistaken } from '../../test/fuzz/conformance/mistakes';
import { noticeOf } from '../../test/fuzz/conformance/notice';
import { LANGUAGES, programOf, REMOTE_MISTAKES } from '../../test/fuzz/conformance/programs';
import { fuzzed, loaded, STYLES, type Style, told } from '../../test/fuzz/conformance/subjects';

/** A correct parser, and how it is given each of the mistakes that it can make. */
interface Subject {
  readonly style: Style;
  readonly correct: ParserUnderTest;
  readonly mistakes: readonly Mistake[];
  readonly withMistake: ((mistake: Mistake) => ParserUnderTest) | undefined;
  readonly end: () => void;
}

const nothing = (): void => undefined;

/** Schemas cannot be wrapped: they only must not be complained of. */
const ofStyle = (style: Style): Subject => ({
  style,
  correct: loaded(style.parser),
  mistakes: MISTAKES.filter(({ name }) => style.noMistakes?.[name] === undefined),
  withMistake:
    typeof style.parser === 'function'
      ? (mistake) => loaded(mistaken(style.parser as ParseFunction, mistake))
      : undefined,
  end: nothing,
});

/** The parsers in this language, then those in others as far as they are on this machine. */
function* subjects(): Generator<Subject> {
  for (const style of STYLES) yield ofStyle(style);
  for (const { name, style, prepare } of LANGUAGES) {
    try {
      const { command, remove } = prepare();
      const withMistake = (mistake: Mistake): ParserUnderTest => programOf(command, mistake);
      yield { style, correct: programOf(command), mistakes: REMOTE_MISTAKES, withMistake, end: remove };
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

async function missedBy({ style, mistakes, withMistake }: Subject, seeds: readonly number[]): Promise<void> {
  if (withMistake === undefined) return;
  const most: number[] = [];
  for (const mistake of mistakes) {
    for (const seed of seeds) {
      const { rule, others, cases } = await noticeOf(style, withMistake(mistake), mistake, { seed });
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
