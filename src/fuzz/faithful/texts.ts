import { type Meaning, meaningOf, type StringSchema } from '../../contract';
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

/** RFC 9562, section 4: in upper and lower case alike, and types for ids print them in the one of their choice. */
const id: Compare = (wire, got) => {
  const text = typeof got === 'string' ? got : printed(got);
  return text?.toLowerCase() === (wire as string).toLowerCase() ? undefined : compareText(wire, got);
};

const bytesOf = (got: unknown): Buffer | undefined => {
  if (got instanceof ArrayBuffer) return Buffer.from(got);
  return ArrayBuffer.isView(got) ? Buffer.from(got.buffer, got.byteOffset, got.byteLength) : undefined;
};

const bytes: Compare = (wire, got) =>
  bytesOf(got)?.equals(Buffer.from(wire as string, 'base64')) === true ? undefined : compareText(wire, got);

/** The URL standard, section 4.5: an address that was parsed prints in its serialised form. */
const address: Compare = (wire, got) =>
  (got instanceof URL || typeof got === 'string') &&
  URL.canParse(wire as string) &&
  String(got) === new URL(wire as string).href
    ? undefined
    : compareText(wire, got);

const BY_MEANING: Readonly<Record<Meaning, () => Comparer>> = {
  instant,
  date: () => comparing(day),
  time: () => comparing(compareText),
  id: () => comparing(id),
  bytes: () => comparing(bytes),
  address: () => comparing(address),
  mail: () => comparing(compareText),
};

/** Texts are kept to the character; what stands for something else may be held by a type of its own. */
export function texts(schema: StringSchema): Comparer {
  const meaning = meaningOf(schema);
  return meaning === undefined ? comparing(compareText) : BY_MEANING[meaning]();
}
