import { fromPointer, jsonPlaces } from '../../contract';

/** A key that its object has already. */
export interface RepeatedKey {
  readonly key: string;
  /** Counted from 1. */
  readonly line: number;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/**
 * The keys of a JSON text that stand in one object twice, which `JSON.parse` passes over in silence.
 * @param text which must be JSON.
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  let [line, counted] = [1, 0];
  for (const { pointer, start, isRepeated } of jsonPlaces(text)) {
    if (!isRepeated) continue;
    line += linesIn(text.slice(counted, start));
    counted = start;
    found.push({ key: fromPointer(pointer).at(-1) ?? '', line });
  }
  return found;
}
