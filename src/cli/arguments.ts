import { InvalidArgumentError } from 'commander';

/** A parser of whole numbers from `minimum` up, for commander's options. */
export const wholeNumber =
  (minimum = 0) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= minimum) return value;
    throw new InvalidArgumentError(`It must be a whole number, at least ${minimum}.`);
  };

/** A parser that takes only the choices given, for commander's options. */
export const oneOf =
  <T extends string>(choices: readonly T[]) =>
  (text: string): T => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined) return choice;
    throw new InvalidArgumentError(`It must be one of ${choices.join(', ')}.`);
  };

/** A parser of one character; `space` and `tab` stand for those. */
export function oneCharacter(text: string): string {
  const character = { space: ' ', tab: '\t' }[text] ?? text;
  if ([...character].length === 1) return character;
  throw new InvalidArgumentError('It must be one character, space or tab.');
}

/** Collects an option that may be given several times. */
export const collect = (text: string, before: readonly string[] = []): string[] => [...before, text];
