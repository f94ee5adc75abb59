import { expect, test } from 'vitest';
import { escapeMarkup } from '../../src/formats/escapeMarkup.ts';

test('what would end or break markup is written so that it does not', () => {
  expect(escapeMarkup('a < b & "c" > d')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d');
});

test('what XML has no place for is left out; what it has stays, beyond the first plane too', () => {
  expect(escapeMarkup('a\u0000b\u0008c\td\ne\uffff\ud800f')).toBe('abc\td\nef');
  expect(escapeMarkup('Київ 😀 −4')).toBe('Київ 😀 −4');
});
