import { el, fill } from './dom.mjs';
import { filters } from './filters.mjs';
import { detailBlocks, levelBadge, sides } from './finding.mjs';
import { kinds, metIn } from './model.mjs';
import { pagedList } from './paged-list.mjs';
import { addressOf, showAddress } from './route.mjs';
import { counted, visible } from './text.mjs';

const FEW = 20;

/**
 * The kinds of findings, filtered; one of them open where the address names it.
 * @param {import('./route.mjs').Route} route
 */
export function findings({ path: [, open], params }) {
  const list = el('div');
  const { form, values } = filters({ search: 'Find', choices: choices(), values: params }, (changed) => {
    showAddress(addressOf(['findings'], changed));
    show(changed);
  });
  /** @param {Record<string, string>} asked */
  function show({ q = '', level = '', rule = '' }) {
    const words = q.toLowerCase();
    const found = kinds.filter(
      ({ key, finding }) =>
        (open === undefined || key === open) &&
        (level === '' || finding.level === level) &&
        (rule === '' || finding.rule === rule) &&
        `${finding.message} ${finding.pointer} ${finding.rule}`.toLowerCase().includes(words),
    );
    fill(
      list,
      pagedList(found, {
        noun: 'kind',
        render: (kind) => kindItem(kind, found.length === 1),
        empty: 'No such finding.',
      }),
    );
  }
  show(values);
  if (open === undefined) return [form, list];
  return [el('p', {}, el('a', { href: addressOf(['findings']) }, '← All findings')), list];
}

function choices() {
  const levels = [...new Set(kinds.map(({ finding }) => finding.level))];
  const rules = [...new Set(kinds.map(({ finding }) => finding.rule))].sort();
  /** @param {readonly string[]} names */
  const options = (names) => /** @type {[string, string][]} */ ([['', 'all'], ...names.map((name) => [name, name])]);
  return [
    { name: 'level', label: 'Level', options: options(levels) },
    { name: 'rule', label: 'Rule', options: options(rules) },
  ];
}

/**
 * @param {import('./model.mjs').Kind} kind
 * @param {boolean} isOpen
 */
function kindItem(kind, isOpen) {
  const { finding, results } = kind;
  const body = el('div', { class: 'body' });
  const show = () => fill(body, kindBody(kind));
  if (isOpen) show();
  return el(
    'details',
    {
      open: isOpen,
      ontoggle: (event) => {
        if (event.target.open && !body.hasChildNodes()) show();
      },
    },
    el(
      'summary',
      {},
      levelBadge(finding),
      ' ',
      el('span', { class: 'what' }, visible(finding.message)),
      el('span', { class: 'muted' }, ` ${metIn(results)}`),
    ),
    body,
  );
}

/** @param {import('./model.mjs').Kind} kind */
function kindBody({ key, finding, results }) {
  const [first] = results;
  const links = results
    .slice(0, FEW)
    .map(({ id }) => el('li', {}, el('a', { href: addressOf(['results', id]) }, visible(id))));
  return [
    sides(finding),
    first && el('p', {}, 'First met in ', el('a', { href: addressOf(['results', first.id]) }, visible(first.id)), ':'),
    first && detailBlocks(first),
    results.length > 1 && el('h3', {}, `Met in ${counted(results.length, 'result')}`),
    results.length > 1 && el('ul', { class: 'plain' }, links),
    results.length > FEW && el('p', {}, el('a', { href: addressOf(['results'], { kind: key }) }, 'All of them')),
    el(
      'p',
      { class: 'muted' },
      'Fingerprint ',
      el('code', {}, finding.fingerprint),
      ' · ',
      el('a', { href: addressOf(['findings', key]) }, 'Link to this finding'),
    ),
  ];
}
