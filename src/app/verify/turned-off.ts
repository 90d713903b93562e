import type { Contract } from '../../contract';
import { EXPLORE_RULES, MEANING_RULES, type TurnedOff } from '../../provider';
import { VALIDATOR_CHECKS } from '../../validator';
import { turnedOffIn } from '../turned-off';

const KNOWN = [...MEANING_RULES, ...EXPLORE_RULES, ...VALIDATOR_CHECKS].map(({ id }) => id);

/**
 * Rules turned off on the command line, as `RULE=REASON`: those of the verification, and those of the contracts.
 * @throws Failure (usage) where there is no such rule, or no reason: nobody would know later whether it still holds.
 */
export function turnedOffBy(words: readonly string[], contracts: readonly Contract[]): TurnedOff {
  const known = [...KNOWN, ...contracts.flatMap(({ rules }) => rules.map(({ id }) => id))];
  return turnedOffIn(words, known);
}
