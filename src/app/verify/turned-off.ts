import type { Contract } from '../../contract';
import { EXPLORE_RULES, MEANING_RULES, type TurnedOff } from '../../provider';
import { VALIDATOR_CHECKS } from '../../validator';
import { turnedOffIn } from '../turned-off';

const KNOWN = [...MEANING_RULES, ...EXPLORE_RULES, ...VALIDATOR_CHECKS].map(({ id }) => id);

/**
 * Rules turned off on the command line, as `RULE=REASON`: those of the contracts, and those of the verification or of
 * another command.
 * @throws Failure (usage) where there is no such rule, or no reason: nobody would know later whether it still holds.
 */
export function turnedOffBy(
  words: readonly string[],
  contracts: readonly Contract[],
  own: readonly string[] = KNOWN,
): TurnedOff {
  const known = [...own, ...contracts.flatMap(({ rules }) => rules.map(({ id }) => id))];
  return turnedOffIn(words, known);
}
