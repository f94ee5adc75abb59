/** Evenly spaced values from the least to the most, both included; the only one where both are the same. */
export function evenGrid(min: number, max: number, steps: number): readonly number[] {
  if (min === max) return Array.from({ length: steps }, () => min);
  return Array.from({ length: steps }, (_, step) =>
    step === steps - 1 ? max : min + ((max - min) * step) / (steps - 1),
  );
}
