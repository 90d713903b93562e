import type { Contract } from '../../contract';
import { EXPLORE_RULES, MEANING_RULES, type TurnedOff } from '../../provider';
import { Failure, nextAfter } from '../../result';
import { VALIDATOR_CHECKS } from '../../validator';

const KNOWN = [...MEANING_RULES, ...EXPLORE_RULES, ...VALIDATOR_CHECKS].map(({ id }) => id);

/**
 * Rules turned off on the command line, as `RULE=REASON`: those of the verification, and those of the contracts.
 * @throws Failure (usage) where there is no such rule, or no reason: nobody would know later whether it still holds.
 */
export function turnedOffBy(words: readonly string[], contracts: readonly Contract[]): TurnedOff {
  const known = [...KNOWN, ...contracts.flatMap(({ rules }) => rules.map(({ id }) => id))];
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
