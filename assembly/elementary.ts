/** `exp` and `log` of src/domain/elementary.ts, to the last bit, for two numbers at once and within the range that `isPlain` tells. */

const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;

/** Whether both numbers are positive and far from the ends of what a double holds. */
export function isPlain(x: v128): bool {
  return i64x2.all_true(v128.and(f64x2.gt(x, f64x2.splat(1e-300)), f64x2.lt(x, f64x2.splat(1e300))));
}

/** Whether both numbers are within the range of `exp`. */
export function isModest(x: v128): bool {
  return i64x2.all_true(f64x2.lt(f64x2.abs(x), f64x2.splat(700)));
}

/** 1 + sum · r · factor. Written out for each term below, because a division in a loop would take longer than all else. */
function taylor(sum: v128, r: v128, factor: f64): v128 {
  return f64x2.add(f64x2.splat(1), f64x2.mul(f64x2.mul(sum, r), f64x2.splat(factor)));
}

/** e to the power x, |x| < 700. */
export function exp(x: v128): v128 {
  const exponent = f64x2.floor(f64x2.add(f64x2.div(x, f64x2.splat(LN2_HIGH)), f64x2.splat(0.5)));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(exponent, f64x2.splat(LN2_HIGH))),
    f64x2.mul(exponent, f64x2.splat(LN2_LOW)),
  );
  let sum = f64x2.splat(1);
  sum = taylor(sum, r, 1 / 13.0);
  sum = taylor(sum, r, 1 / 12.0);
  sum = taylor(sum, r, 1 / 11.0);
  sum = taylor(sum, r, 1 / 10.0);
  sum = taylor(sum, r, 1 / 9.0);
  sum = taylor(sum, r, 1 / 8.0);
  sum = taylor(sum, r, 1 / 7.0);
  sum = taylor(sum, r, 1 / 6.0);
  sum = taylor(sum, r, 1 / 5.0);
  sum = taylor(sum, r, 1 / 4.0);
  sum = taylor(sum, r, 1 / 3.0);
  sum = taylor(sum, r, 1 / 2.0);
  sum = taylor(sum, r, 1 / 1.0);
  const whole = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(exponent));
  return f64x2.mul(sum, i64x2.shl(i64x2.add(whole, i64x2.splat(1023)), 52));
}

/** sum · square + term. */
function odd(sum: v128, square: v128, term: f64): v128 {
  return f64x2.add(f64x2.mul(sum, square), f64x2.splat(term));
}

/** The natural logarithm of numbers that are plain. */
export function log(x: v128): v128 {
  const biased = i64x2.shr_u(x, 52);
  let mantissa = v128.or(v128.and(x, i64x2.splat(0x000fffffffffffff)), f64x2.splat(1));
  const isHigh = f64x2.gt(mantissa, f64x2.splat(1.5));
  mantissa = v128.bitselect(f64x2.div(mantissa, f64x2.splat(2)), mantissa, isHigh);
  // Subtracting the mask, which is −1 where it holds, adds 1.
  const whole = i64x2.sub(i64x2.sub(biased, i64x2.splat(1023)), isHigh);
  const exponent = f64x2.convert_low_i32x4_s(
    i8x16.shuffle(whole, whole, 0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11),
  );
  const s = f64x2.div(f64x2.sub(mantissa, f64x2.splat(1)), f64x2.add(mantissa, f64x2.splat(1)));
  const square = f64x2.mul(s, s);
  let sum = f64x2.splat(0);
  sum = odd(sum, square, 1 / 23.0);
  sum = odd(sum, square, 1 / 21.0);
  sum = odd(sum, square, 1 / 19.0);
  sum = odd(sum, square, 1 / 17.0);
  sum = odd(sum, square, 1 / 15.0);
  sum = odd(sum, square, 1 / 13.0);
  sum = odd(sum, square, 1 / 11.0);
  sum = odd(sum, square, 1 / 9.0);
  sum = odd(sum, square, 1 / 7.0);
  sum = odd(sum, square, 1 / 5.0);
  sum = odd(sum, square, 1 / 3.0);
  sum = odd(sum, square, 1 / 1.0);
  return f64x2.add(
    f64x2.mul(exponent, f64x2.splat(LN2_HIGH)),
    f64x2.add(f64x2.mul(f64x2.mul(f64x2.splat(2), s), sum), f64x2.mul(exponent, f64x2.splat(LN2_LOW))),
  );
}
