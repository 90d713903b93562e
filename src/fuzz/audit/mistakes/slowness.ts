import { textOf } from '../../subject';
import type { Planting } from '../planting';

/** One comparison for so many pairs of characters: the whole text of 128 kB then takes the better part of a second. */
const STEP = 4;

/** Spends time as what compares each character of a text with each other one. */
function spendSquare({ length }: string): number {
  let spent = 0;
  for (let first = 0; first < length; first += STEP)
    for (let second = 0; second < length; second += STEP) spent += first ^ second;
  return spent;
}

const growsWithTheSquare: Planting = {
  id: 'grows-with-the-square',
  says: 'takes sixteen times as long for four times the text',
  isSlow: true,
  wrap: (read) => (testCase, response) => {
    spendSquare(textOf(testCase));
    return read(testCase, response);
  },
};

/** Mistakes that only time tells. */
export const slownessMistakes: readonly Planting[] = [growsWithTheSquare];
