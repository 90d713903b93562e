import type { Source } from '../source';

interface Member {
  readonly isRequired: boolean;
}

/** How many members there may be. */
interface Sizes {
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** Out of 32: where the share of each mode ends. The rest is of the density 3/4. */
const [NONE, ONE, ALL_BUT_ONE, ALL, QUARTER, HALF] = [2, 4, 7, 10, 14, 26];

/** Bits that are set with the density of a mode. */
function mask(mode: number, source: Source): number {
  if (mode < QUARTER) return source.bits() & source.bits();
  return mode < HALF ? source.bits() : source.bits() | source.bits();
}

/** What is there of the optional members, one bit at a time. */
function chosen<M extends Member>(members: readonly M[], optional: number, source: Source): M[] {
  const mode = source.below(32);
  if (mode < NONE || optional === 0) return members.filter((member) => member.isRequired);
  if (mode >= ALL_BUT_ONE && mode < ALL) return members.slice();
  const special = mode < ALL_BUT_ONE ? source.below(optional) : -1;
  const there: M[] = [];
  let [index, bits] = [0, 0];
  for (const member of members) {
    if (member.isRequired) {
      there.push(member);
      continue;
    }
    if (special < 0 && (index & 31) === 0) bits = mask(mode, source);
    const isThere = special < 0 ? ((bits >>> (index & 31)) & 1) === 1 : (index === special) === mode < ONE;
    if (isThere) there.push(member);
    index += 1;
  }
  return there;
}

/** As many members as the limits allow: more of the optional ones, or fewer, in the order of the document. */
function fitted<M extends Member>(members: readonly M[], there: readonly M[], sizes: Sizes, source: Source): M[] {
  const { minProperties = 0, maxProperties = Infinity } = sizes;
  const kept = new Set(there);
  const pickOf = (from: readonly M[]): M | undefined =>
    from.length === 0 ? undefined : from[source.below(from.length)];
  for (let more = true; more && kept.size < minProperties; ) {
    const added = pickOf(members.filter((member) => !kept.has(member)));
    if (added !== undefined) kept.add(added);
    more = added !== undefined;
  }
  for (let less = true; less && kept.size > maxProperties; ) {
    const dropped = pickOf(members.filter((member) => kept.has(member) && !member.isRequired));
    if (dropped !== undefined) kept.delete(dropped);
    less = dropped !== undefined;
  }
  return members.filter((member) => kept.has(member));
}

/** Chooses which members are there: every pair of them, together and apart, within some fifty draws. */
export function presenceOf<M extends Member>(members: readonly M[], sizes: Sizes): (source: Source) => readonly M[] {
  const required = members.filter((member) => member.isRequired);
  const optional = members.length - required.length;
  const isLimited = sizes.minProperties !== undefined || sizes.maxProperties !== undefined;
  return (source) => {
    const there = source.isSpent() ? required : chosen(members, optional, source);
    return isLimited ? fitted(members, there, sizes, source) : there;
  };
}
