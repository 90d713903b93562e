import type { Factor, Model } from '../../src/covering';

/** An array whose size was published, and where. */
export interface Published {
  /** Levels by factor: `4^2 3^1` for two factors of four levels and one of three. */
  readonly shape: string;
  readonly strength: number;
  /** The fewest rows that are known, or those of the tool that is named. */
  readonly rows: number | undefined;
  readonly source: string;
}

/** Bush, "Orthogonal arrays of index unity", 1952: no array has fewer rows. */
const BUSH = 'Bush 1952';
/** Kleitman and Spencer, "Families of k-independent sets", 1973: no array has fewer rows. */
const KLEITMAN = 'Kleitman, Spencer 1973';
/** Colbourn's tables of the smallest covering arrays known. */
const TABLES = 'Colbourn, tables';
/** D. Cohen et al., "The AETG System", 1997. */
const AETG = 'AETG 1997';
/** M. Cohen et al., "Constructing test suites for interaction testing", 2003. */
const COHEN = 'M. Cohen et al. 2003';

const row = (shape: string, strength: number, rows?: number, source = '-'): Published => ({
  shape,
  strength,
  rows,
  source,
});

/** Arrays that others made, and some of which nothing was found published. */
export const PUBLISHED: readonly Published[] = [
  row('11^12', 2, 121, BUSH),
  row('2^10', 2, 6, KLEITMAN),
  row('2^35', 2, 8, KLEITMAN),
  row('2^126', 2, 10, KLEITMAN),
  row('3^5', 2, 11, TABLES),
  row('3^7', 2, 12, TABLES),
  row('3^9', 2, 13, TABLES),
  row('3^10', 2, 14, TABLES),
  row('3^20', 2, 15, TABLES),
  row('4^6', 2, 19, TABLES),
  row('4^7', 2, 21, TABLES),
  row('5^7', 2, 29, TABLES),
  row('6^4', 2, 37, TABLES),
  row('3^4', 2, 9, BUSH),
  row('4^5', 2, 16, BUSH),
  row('5^6', 2, 25, BUSH),
  row('7^8', 2, 49, BUSH),
  row('8^9', 2, 64, BUSH),
  row('9^10', 2, 81, BUSH),
  row('3^13', 2, 15, AETG),
  row('2^100', 2, 10, KLEITMAN),
  row('5^1 3^8 2^2', 2, 15, COHEN),
  row('4^1 3^39 2^35', 2, 28, AETG),
  row('4^15 3^17 2^29', 2, 41, AETG),
  row('10^20', 2, 180, AETG),
  row('5^6 3^2', 2),
  row('7^4 5^4', 2),
  row('4^10', 2),
  row('6^7', 2),
  row('10^12', 2),
  row('5^10', 2),
  row('20^10', 2),
  row('8^10', 3, 512, BUSH),
  row('3^4', 3, 27, BUSH),
  row('4^6', 3, 64, BUSH),
  row('5^6', 3, 125, BUSH),
  row('7^8', 3, 343, BUSH),
  row('4^5', 3, 64, BUSH),
  row('3^6', 3, 33, TABLES),
  row('5^3 4^3 3^2', 3),
  row('6^6', 3),
  row('5^7', 3),
  row('5^1 4^2 3^3 2^1', 3),
  row('4^5', 4, 256, BUSH),
  row('2^12', 4),
];

/** The factors of a shape. */
function factorsOf(shape: string): Factor[] {
  const sizes = shape.split(' ').flatMap((part) => {
    const [levels = 0, count = 0] = part.split('^').map(Number);
    return Array.from({ length: count }, () => levels);
  });
  return sizes.map((size, index) => ({
    name: `f${index}`,
    levels: Array.from({ length: size }, (_, level) => `l${level}`),
  }));
}

/** The model of a published array. */
export const modelOf = ({ shape, strength }: Published): Model => ({
  factors: factorsOf(shape),
  goals: [{ strength }],
});
