import { el } from './dom.mjs';

/** The words of a report that are not said by themselves; `docs/glossary.md` has them all. */
const WORDS = /** @type {const} */ ([
  ['class', 'values of a field that are alike for a test: absent, typical, the longest text, a negative number'],
  ['pair', 'a class of one field together with a class of another, in one body'],
  ['typical', 'an ordinary value, none of the edge classes'],
  ['astral', 'characters beyond U+FFFF, such as emoji, which take two units in UTF-16'],
  ['all members, plain', 'every member is there, each with an ordinary value'],
  ['excluded', 'cannot be covered; the tile says why'],
  ['suspect', 'what only the failing results have in common: look there first'],
]);

/** The words of the report, explained; closed until somebody asks. */
export const words = () =>
  el(
    'details',
    { class: 'words' },
    el('summary', {}, 'What the words mean'),
    el(
      'dl',
      {},
      WORDS.map(([word, meaning]) => [el('dt', {}, word), el('dd', {}, meaning)]),
    ),
  );
