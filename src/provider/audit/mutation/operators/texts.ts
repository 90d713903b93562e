import type { JsonValue } from '../../../../contract';
import type { Random } from '../../../../random';
import type { Spot, ValueOperator } from '../operator';
import { httpMutator, jsonMutator } from '../publications';

/** A changed text. */
const onText =
  (change: (characters: readonly string[], random: Random) => string | undefined) =>
  ({ value, random }: Spot): JsonValue | undefined => {
    if (typeof value !== 'string') return undefined;
    const changed = change([...value], random);
    return changed === value ? undefined : changed;
  };

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** Another character of the same sort: what is no letter or digit stays. */
function another(character: string, random: Random): string {
  const of = (all: string): string => random.pick([...all].filter((one) => one !== character));
  if (/[a-f]/.test(character)) return of(LETTERS.slice(0, 6));
  if (/[A-F]/.test(character)) return of(LETTERS.slice(0, 6).toUpperCase());
  if (/[a-z]/.test(character)) return of(LETTERS);
  if (/[A-Z]/.test(character)) return of(LETTERS.toUpperCase());
  return /[0-9]/.test(character) ? of(DIGITS) : character;
}

function oneChanged(characters: readonly string[], random: Random): string | undefined {
  if (characters.length === 0) return undefined;
  const at = random.below(characters.length);
  return characters.with(at, another(characters[at] as string, random)).join('');
}

function otherCase(characters: readonly string[]): string {
  const text = characters.join('');
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

const SPECIAL = ['/', '*', ',', '´', '¡', '¿', '@', '"', '\\', '\u0000', 'é', '🦊'];

function withSpecial(characters: readonly string[], random: Random): string {
  return characters.toSpliced(random.below(characters.length + 1), 0, random.pick(SPECIAL)).join('');
}

/** How many characters a text is made longer by. */
const MORE = 300;

/** Operators on texts. */
export const TEXTS: readonly ValueOperator[] = [
  {
    id: 'text-character',
    on: 'value',
    does: 'one character exchanged for another of its sort',
    follows: jsonMutator('StringMutationOperator'),
    apply: onText(oneChanged),
    example: { before: 'a1', after: 'a2' },
  },
  {
    id: 'text-same-shape',
    on: 'value',
    does: 'another text of the same shape',
    follows: httpMutator('SPR'),
    apply: onText((characters, random) => characters.map((one) => another(one, random)).join('')),
    example: { before: '1-1', after: '2-3' },
  },
  {
    id: 'text-replaced',
    on: 'value',
    does: 'a text that has nothing of it',
    follows: jsonMutator('StringReplacementOperator'),
    apply: onText(() => 'planted text'),
    example: { before: 'Ada', after: 'planted text' },
  },
  {
    id: 'text-case',
    on: 'value',
    does: 'the text in the other case',
    follows: jsonMutator('StringBoundaryOperator'),
    apply: onText(otherCase),
    example: { before: 'Ada', after: 'ADA' },
  },
  {
    id: 'text-special-character',
    on: 'value',
    does: 'a special character more',
    follows: httpMutator('SCA'),
    apply: onText(withSpecial),
    example: { before: 'Ada', after: 'Ad/a' },
  },
  {
    id: 'text-shortened',
    on: 'value',
    does: 'the last character left out',
    follows: httpMutator('SRE'),
    apply: onText((characters) => characters.slice(0, -1).join('')),
    example: { before: 'Ada', after: 'Ad' },
  },
  {
    id: 'text-lengthened',
    on: 'value',
    does: `${MORE} characters more`,
    follows: httpMutator('SRE'),
    apply: onText((characters) => characters.join('') + (characters.at(-1) ?? 'a').repeat(MORE)),
    example: { before: 'Ada', after: `Ada${'a'.repeat(MORE)}` },
  },
  {
    id: 'text-emptied',
    on: 'value',
    does: 'an empty text',
    follows: jsonMutator('StringBoundaryOperator'),
    apply: onText(() => ''),
    example: { before: 'Ada', after: '' },
  },
  {
    id: 'text-spaced',
    on: 'value',
    does: 'a space around it, or none any more',
    follows: httpMutator('SCA'),
    apply: onText((characters) => {
      const text = characters.join('');
      return text.trim() === text ? `${text} ` : text.trim();
    }),
    example: { before: 'Ada', after: 'Ada ' },
  },
];
