import { Failure, nextAfter } from '../result';

/**
 * Reads the rules that a command line turns off, as `RULE=REASON`.
 * @throws Failure (usage) where there is no such rule, or no reason: nobody would know later whether it still holds.
 */
export function turnedOffIn(words: readonly string[], known: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map((word) => {
      const [rule = '', ...reason] = word.split('=');
      const text = reason.join('=').trim();
      const next = `Write it as --without 'RULE=REASON', with one of the rules ${known.join(', ')}.`;
      if (!known.includes(rule))
        throw new Failure('usage', `--without ${word} names no rule`, nextAfter(rule, known, next));
      if (text === '') throw new Failure('usage', `--without ${word} gives no reason`, next);
      return [rule, text];
    }),
  );
}

/** Returns a warning for each rule that is turned off: a pass says nothing of it. */
export const turnedOffWarnings = (turnedOff: Readonly<Record<string, string>>): string[] =>
  Object.entries(turnedOff).map(([rule, reason]) => `the rule ${rule} is turned off: ${reason}`);
