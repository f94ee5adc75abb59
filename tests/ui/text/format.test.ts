import { expect, test } from 'vitest';
import { formatWritten } from '../../../src/ui/text/format.ts';

test.each([
  [0.25, '0.25'],
  [0.7, '0.7'],
  [1, '1'],
  [0, '0'],
  [-1.5, '−1.5'],
  [2.5, '2.5'],
  [1.966, '2'],
  [9.96, '10'],
  [-12.33, '−12'],
  [1376, '1,400'],
])('%f of a scenario is shown as %s', (value, written) => expect(formatWritten(value)).toBe(written));
