import type { StringSchema } from '../../contract';
import { type Comparer, comparing } from './comparer';
import { dayOf } from './day';
import { type Compare, differs } from './difference';
import { isSameInstant, millisecondsOf, momentOf } from './instant';
import { printed } from './printed';

/** A text to the character; an object that prints as it is a class for one kind of text, or for the values of an enum. */
export const compareText: Compare = (wire, got) =>
  got === wire || (typeof wire === 'string' && printed(got) === wire) ? undefined : differs('wrong-value', wire, got);

/**
 * A moment may be a text, a Date, a number of milliseconds, or an object of a well-known library; at one site it is
 * always a text or never: what is compared first sets which.
 */
function instant(): Comparer {
  let isText: boolean | undefined;
  const isSteady = (got: unknown): boolean => {
    isText ??= typeof got === 'string';
    return isText === (typeof got === 'string');
  };
  const check = (wire: string, got: unknown): ReturnType<Compare> => {
    if (got === wire || isSameInstant(wire, got)) return undefined;
    const milliseconds = millisecondsOf(got);
    if (milliseconds === undefined) return differs('wrong-value', wire, got);
    return differs(Number.isNaN(milliseconds) ? 'invalid-date' : 'wrong-instant', wire, got);
  };
  const compare: Compare = (wire, got) =>
    check(wire as string, got) ?? (isSteady(got) ? undefined : differs('unsteady-type', wire, got));
  const expecting: Comparer['expecting'] = (wire) => {
    const { milliseconds = Number.NaN, tolerance = 0 } = momentOf(String(wire)) ?? {};
    const isSame = (got: unknown): boolean =>
      got === wire || (got instanceof Date && Math.abs(got.getTime() - milliseconds) <= tolerance);
    return (got) => (isSame(got) && isSteady(got)) || compare(wire, got) === undefined;
  };
  return { compare, expecting };
}

const day: Compare = (wire, got) => {
  if (got === wire || dayOf(got) === wire || isSameInstant(`${wire as string}T00:00:00Z`, got)) return undefined;
  const isInvalid = got instanceof Date && Number.isNaN(got.getTime());
  return differs(isInvalid ? 'invalid-date' : got instanceof Date ? 'wrong-instant' : 'wrong-value', wire, got);
};

const bytes: Compare = (wire, got) =>
  got instanceof Uint8Array && Buffer.from(got).equals(Buffer.from(wire as string, 'base64'))
    ? undefined
    : compareText(wire, got);

const address: Compare = (wire, got) =>
  got instanceof URL && URL.canParse(wire as string) && got.href === new URL(wire as string).href
    ? undefined
    : compareText(wire, got);

const BY_FORMAT: ReadonlyMap<string, () => Comparer> = new Map([
  ['date-time', instant],
  ['date', () => comparing(day)],
  ['byte', () => comparing(bytes)],
  ['uri', () => comparing(address)],
]);

/** Texts are kept to the character; formats may be held by a type of their own. */
export const texts = ({ format }: StringSchema): Comparer => BY_FORMAT.get(format ?? '')?.() ?? comparing(compareText);
