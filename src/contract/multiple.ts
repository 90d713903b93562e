/** A number as an integer times a power of ten, without loss. */
function decimal(value: number | bigint): { digits: bigint; exponent: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Whether a number is a multiple of another, as their decimal texts say: 0.3 is one of 0.1. No infinity is. */
export function isMultiple(value: number | bigint, of: number): boolean {
  if (typeof value === 'number' && !Number.isFinite(value)) return false;
  const [left, right] = [decimal(value), decimal(of)];
  const lowest = Math.min(left.exponent, right.exponent);
  const scaled = ({ digits, exponent }: typeof left): bigint => digits * 10n ** BigInt(exponent - lowest);
  return scaled(right) !== 0n && scaled(left) % scaled(right) === 0n;
}
