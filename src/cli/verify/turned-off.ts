import { MEANING_RULES, type TurnedOff } from '../../provider';
import { Failure } from '../../result';
import { VALIDATOR_CHECKS } from '../../validator';

const KNOWN: ReadonlySet<string> = new Set([...MEANING_RULES, ...VALIDATOR_CHECKS].map(({ id }) => id));

/**
 * Rules turned off on the command line, as `RULE=REASON`. Rules of a contract have names of its own.
 * @throws Failure (usage) where there is no reason: nobody would know later whether it still holds.
 */
export function turnedOffBy(words: readonly string[]): TurnedOff {
  return Object.fromEntries(
    words.map((word) => {
      const [rule = '', ...reason] = word.split('=');
      const text = reason.join('=').trim();
      if (rule !== '' && text !== '') return [rule, text];
      const known = KNOWN.has(rule) ? '' : ` Rules are ${[...KNOWN].join(', ')}, and those of the contract.`;
      throw new Failure('usage', `--without ${word} gives no reason`, `Write it as --without 'RULE=REASON'.${known}`);
    }),
  );
}
