import { CANDIDATES, fillPool, type Pool } from '../pools';
import { PatternProblem } from './parse';

/** Tells whether a character is of a set, as the engine means the set. */
const memberTest = (source: string, flags: string): ((point: string) => boolean) => {
  const regex = new RegExp(`^${source}$`, flags);
  return (point) => regex.test(point);
};

/** All of the Basic Multilingual Plane but surrogates: where a set has none of the usual characters. */
function* everyPoint(): Generator<string> {
  for (let code = 0x80; code < 0xffff; code += 1) {
    if (code < 0xd800 || code > 0xdfff) yield String.fromCharCode(code);
  }
}

const MOST_RARE = 512;

function rareMembers(isMember: (point: string) => boolean): string[] {
  const found: string[] = [];
  for (const point of everyPoint()) {
    if (isMember(point)) found.push(point);
    if (found.length >= MOST_RARE) break;
  }
  return found;
}

/** The members of a set of characters, in pools that runs can be cut from. */
export interface SetPools {
  /** How many members are known. */
  readonly size: number;
  /** ASCII where the set has any, and what is drawn mostly. */
  readonly usual: Pool;
  /** The other members, if there are such. */
  readonly unusual: Pool | undefined;
}

const known = new Map<string, SetPools>();

/**
 * The members of `[...]`, `.`, `\d` and the like; found once for each set.
 * @throws PatternProblem where the set is empty.
 */
export function setPools(source: string, flags: string): SetPools {
  const key = `${flags} ${source}`;
  const pools = known.get(key) ?? newSetPools(source, flags);
  known.set(key, pools);
  return pools;
}

function newSetPools(source: string, flags: string): SetPools {
  const isMember = memberTest(source, flags);
  const ascii = CANDIDATES.ascii.filter(isMember);
  const printable = ascii.filter((point) => point >= ' ' && point !== '\u007f');
  const others = [...CANDIDATES.narrow, ...(flags.includes('u') ? CANDIDATES.wide : [])].filter(isMember);
  const all = [...ascii, ...others];
  const usual = printable.length > 0 ? printable : all.length > 0 ? all : rareMembers(isMember);
  if (usual.length === 0) throw new PatternProblem(`the set ${source} has no character`);
  return {
    size: Math.max(all.length, usual.length),
    usual: fillPool(usual),
    unusual: all.length > usual.length ? fillPool(all) : undefined,
  };
}
