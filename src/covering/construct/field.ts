/** A finite field: its elements are the numbers below its order, 0 and 1 those of arithmetic. */
export interface Field {
  readonly order: number;
  readonly add: (left: number, right: number) => number;
  readonly multiply: (left: number, right: number) => number;
}

/** The prime of which a number is a power, and which power; `undefined` where it is none. */
export function primePower(order: number): { readonly prime: number; readonly degree: number } | undefined {
  let prime = 2;
  while (prime * prime <= order && order % prime !== 0) prime++;
  if (order < 2) return undefined;
  if (order % prime !== 0) return { prime: order, degree: 1 };
  let degree = 0;
  let rest = order;
  for (; rest % prime === 0; degree++) rest /= prime;
  return rest === 1 ? { prime, degree } : undefined;
}

/** The coefficients of an element, the constant one first. */
const digitsOf = (element: number, prime: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(element / prime ** at) % prime);

const numberOf = (digits: readonly number[], prime: number): number =>
  digits.reduceRight((number, digit) => number * prime + digit, 0);

/** The product of two polynomials of degrees below `degree`, modulo `x^degree - tail`. */
function product(left: readonly number[], right: readonly number[], tail: readonly number[], prime: number): number[] {
  const { length: degree } = tail;
  const result = Array.from({ length: 2 * degree - 1 }, () => 0);
  left.forEach((one, at) => {
    right.forEach((other, also) => {
      result[at + also] = ((result[at + also] as number) + one * other) % prime;
    });
  });
  for (let at = 2 * degree - 2; at >= degree; at--) {
    tail.forEach((digit, also) => {
      const place = at - degree + also;
      result[place] = ((result[place] as number) + (result[at] as number) * digit) % prime;
    });
  }
  return result.slice(0, degree);
}

/** By two elements, their product, where the polynomial `x^degree - tail` gives a field: no two have 0 as theirs. */
function productsBy(tail: readonly number[], prime: number): Int32Array | undefined {
  const order = prime ** tail.length;
  const digits = Array.from({ length: order }, (_, element) => digitsOf(element, prime, tail.length));
  const table = new Int32Array(order * order);
  for (let left = 1; left < order; left++) {
    for (let right = left; right < order; right++) {
      const value = numberOf(product(digits[left] as number[], digits[right] as number[], tail, prime), prime);
      if (value === 0) return undefined;
      table[left * order + right] = value;
      table[right * order + left] = value;
    }
  }
  return table;
}

/** The field of an order; `undefined` where there is none, since it is no power of a prime. */
export function fieldOf(order: number): Field | undefined {
  const power = primePower(order);
  if (power === undefined) return undefined;
  const { prime, degree } = power;
  if (degree === 1)
    return { order, add: (left, right) => (left + right) % order, multiply: (left, right) => (left * right) % order };
  const sums = Int32Array.from({ length: order * order }, (_, at) => {
    const [left, right] = [digitsOf(Math.floor(at / order), prime, degree), digitsOf(at % order, prime, degree)];
    return numberOf(
      left.map((digit, place) => (digit + (right[place] as number)) % prime),
      prime,
    );
  });
  for (let tail = 1; tail < order; tail++) {
    const products = productsBy(digitsOf(tail, prime, degree), prime);
    if (products === undefined) continue;
    return {
      order,
      add: (left, right) => sums[left * order + right] as number,
      multiply: (left, right) => products[left * order + right] as number,
    };
  }
  return undefined;
}
