/**
 * The exponential and the natural logarithm from IEEE basic arithmetic alone. The language leaves the last bits of
 * Math.exp, Math.log, Math.pow and `**` to each engine, and one bit is enough to turn a guard or a tie; addition,
 * multiplication and division are the same everywhere.
 *
 * Method: the reduction of the argument is Cody & Waite's (1980, Software Manual for the Elementary Functions), with
 * the two-part ln 2 of fdlibm (Sun Microsystems, 1993); then a Taylor series, whose coefficients are 1/n! and 1/n.
 */

/** ln 2 in two parts; the first has enough trailing zero bits to make its product with an exponent exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 1/n for the nested Taylor series Σ rⁿ/n!. |r| ≤ ln 2 / 2, so the first term left out is below 5e-18. */
const EXP_FACTORS = Array.from({ length: 13 }, (_, n) => 1 / (n + 1));

/** 1/(2n + 1) for ln((1 + s)/(1 − s)) = 2s·Σ s²ⁿ/(2n + 1). s² ≤ 0.04, so the first term left out is below 1e-18. */
const LOG_TERMS = Array.from({ length: 12 }, (_, n) => 1 / (2 * n + 1));

const bits = new DataView(new ArrayBuffer(8));

/** 2^exponent for −1022 ≤ exponent ≤ 1023, written into the exponent bits. */
function powerOfTwo(exponent: number): number {
  bits.setInt32(0, (exponent + 1023) << 20);
  bits.setInt32(4, 0);
  return bits.getFloat64(0);
}

/** e to the power x, to within 1 part in 10¹⁵; 0 and ∞ beyond the range of a double, NaN for NaN. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  const exponent = Math.floor(x / LN2_HIGH + 0.5);
  const r = x - exponent * LN2_HIGH - exponent * LN2_LOW;
  let sum = 1;
  for (let n = EXP_FACTORS.length - 1; n >= 0; n -= 1) sum = 1 + sum * r * (EXP_FACTORS[n] as number);
  // In two steps, because 2^exponent itself may lie outside the normal doubles.
  const half = exponent >> 1;
  return sum * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/** The natural logarithm of x, to within 1 part in 10¹⁵; −∞ at 0, NaN below it and for NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const subnormal = x < 2.2250738585072014e-308;
  bits.setFloat64(0, subnormal ? x * 18014398509481984 : x);
  const high = bits.getInt32(0);
  let exponent = (high >> 20) - 1023 - (subnormal ? 54 : 0);
  bits.setInt32(0, (high & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > 1.5) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let n = LOG_TERMS.length - 1; n >= 0; n -= 1) sum = sum * square + (LOG_TERMS[n] as number);
  return exponent * LN2_HIGH + (2 * s * sum + exponent * LN2_LOW);
}
