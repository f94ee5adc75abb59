import { expect, test } from 'vitest';
import { edit, edited, HARBOUR_LEASE, readTexts } from '../support/harbourLease.ts';

const ADDRESS = 'https://example.org/lease';

test.each(['javascript:alert(1)', 'data:text/html,lease', 'file:///etc/hosts', 'example.org/lease'])(
  'a source cannot be at %s, which is no page that a reader may follow',
  (address) => {
    const { problems } = readTexts(edited(HARBOUR_LEASE, edit('facts', ADDRESS, address)));
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      `sources.S1.url: found the text "${address}"; expected an address such as https://example.org/page`,
    ]);
  },
);

test.each(['http://example.org/lease', 'https://example.org/a?b=c#d'])('a source may be at %s', (address) => {
  expect(readTexts(edited(HARBOUR_LEASE, edit('facts', ADDRESS, address))).problems).toEqual([]);
});
