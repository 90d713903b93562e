let state = 0x2545f491;

/** 32 random bits (xorshift32). */
export function random(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

export const below = (limit: number): number => random() % limit;
export const chance = (): boolean => (random() & 0x100) === 0;
export const milliseconds = (): number => random() * 1_024 + (random() & 1_023);

export const POOL = 4_096;
const poolOf = (letters: string): string => Array.from({ length: POOL }, () => letters[below(letters.length)]).join('');

/** Characters in a row, that texts are cut from. */
export const ASCII = poolOf(
  ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~',
);
export const HEX = poolOf('0123456789abcdef');
export const WORD = poolOf('abcdefghijklmnopqrstuvwxyz0123456789');

/** One of a list. */
export const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
