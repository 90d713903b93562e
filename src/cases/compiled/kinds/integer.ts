import { ContractError, INTEGER_FORMATS, type IntegerSchema, type JsonValue } from '../../../contract';
import type { Compiled, Compiler, Drawn, Searched } from '../compiled';
import { edgesOf } from '../edges';
import { type WholeNumbers, wholeNumberSteps } from '../search/whole-numbers';
import type { Source } from '../source';
import { leafOf, printed } from './leaf';
import { SAFE, unitOf, wholeLimits } from './whole-limits';

const plain = (value: bigint): number | bigint => (value >= -SAFE && value <= SAFE ? Number(value) : value);

/** A whole number of up to `bits` bits. */
function magnitude(source: Source, bits: number): bigint | number {
  if (bits <= 32) return source.bits() >>> (32 - bits);
  if (bits <= 53) return (source.bits() >>> (64 - bits)) * 0x100000000 + (source.bits() >>> 0);
  return (BigInt(source.bits() >>> (64 - bits)) << 32n) | BigInt(source.bits() >>> 0);
}

/** Multiples `low * unit` to `high * unit`: near zero, of any size, or anywhere, each as often as the other. */
function multiples(low: bigint, high: bigint, unit: bigint): (source: Source) => JsonValue {
  const span = high - low;
  const bits = span.toString(2).length;
  const origin = low > 0n ? low : high < 0n ? high : 0n;
  const [below, above] = [origin - low, high - origin];
  return (source) => {
    const kind = source.bits() & 3;
    const size = BigInt(magnitude(source, 1 + (kind === 0 ? source.below(7) : source.below(Math.min(bits, 64)))));
    const isDown = above === 0n || (below > 0n && (source.bits() & 3) === 0);
    const room = isDown ? below : above;
    const step = size > room ? size % (room + 1n) : size;
    return plain((isDown ? origin - step : origin + step) * unit);
  };
}

/** As `multiples`, where plain numbers do. */
function smallMultiples(low: number, high: number, unit: number): (source: Source) => JsonValue {
  const bits = (high - low).toString(2).length;
  const origin = low > 0 ? low : high < 0 ? high : 0;
  const [below, above] = [origin - low, high - origin];
  return (source) => {
    const kind = source.bits() & 3;
    const size = Number(magnitude(source, 1 + (kind === 0 ? source.below(7) : source.below(Math.min(bits, 53)))));
    const isDown = above === 0 || (below > 0 && (source.bits() & 3) === 0);
    const room = isDown ? below : above;
    const step = size > room ? size % (room + 1) : size;
    const drawn = (isDown ? origin - step : origin + step) * unit;
    return drawn === 0 ? 0 : drawn;
  };
}

function drawnOf(low: bigint, high: bigint, unit: bigint): Drawn {
  const isSmall = [low * unit, high * unit, high - low].every((value) => value >= -SAFE && value <= SAFE);
  return printed(isSmall ? smallMultiples(Number(low), Number(high), Number(unit)) : multiples(low, high, unit));
}

/** Whole numbers of the schema's range, as numbers or, beyond ±(2^53 - 1), as bigints. */
export function compileInteger(schema: IntegerSchema, compiler: Compiler): Compiled {
  const { making } = compiler;
  const edges = edgesOf(schema, making);
  const { low, high } = wholeLimits(schema, INTEGER_FORMATS.get(schema.format ?? ''));
  const unit = unitOf(schema.multipleOf);
  const [first, last] = [ceilDivide(low, unit), floorDivide(high, unit)];
  if (first > last)
    throw new ContractError(`no integer is from ${low} to ${high}`, { next: 'Correct the limits of the integer.' });
  const simplest = (first > 0n ? first : last < 0n ? last : 0n) * unit;
  return {
    ...leafOf(edges, drawnOf(first, last, unit)),
    simplest: () => plain(simplest),
    steps: wholeNumberSearch({
      simplest,
      unit,
      landmarks: (edges?.values ?? []).map((value) => BigInt(value as number | bigint)),
      allows: (value) => making.allows(schema, plain(value)),
    }),
  };
}

/** Steps between whole numbers, as JSON values. */
const wholeNumberSearch = (about: WholeNumbers): Searched['steps'] =>
  function* (value, from) {
    for (const { value: found, next } of wholeNumberSteps(BigInt(value as number | bigint), about, from))
      yield { value: plain(found), next };
  };

/** Division of bigints that rounds down. */
const floorDivide = (value: bigint, by: bigint): bigint => {
  const quotient = value / by;
  return quotient * by > value ? quotient - 1n : quotient;
};
const ceilDivide = (value: bigint, by: bigint): bigint => -floorDivide(-value, by);
