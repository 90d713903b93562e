import { el, fill } from './dom.mjs';
import { filters } from './filters.mjs';
import { detailBlocks, findingBox } from './finding.mjs';
import { fails, kinds, MARKS, resultOf, run } from './model.mjs';
import { pagedList } from './paged-list.mjs';
import { addressOf, showAddress } from './route.mjs';
import { visible } from './text.mjs';

/** @typedef {import('./model.mjs').Result} Result */

/** @type {import('./filters.mjs').Choice[]} */
const CHOICES = [
  {
    name: 'status',
    label: 'Status',
    options: [
      ['', 'all'],
      ['failed', 'failed'],
      ['passed', 'passed'],
      ['skipped', 'skipped'],
      ['approximate', 'approximate'],
    ],
  },
];

const RANKS = { failed: 0, skipped: 1, approximate: 2, passed: 3 };

const failedFirst = [...run.results].sort((left, right) => RANKS[left.status] - RANKS[right.status]);

/**
 * All results, filtered; or the one that the address names.
 * @param {import('./route.mjs').Route} route
 */
export function results({ path: [, id], params }) {
  if (id !== undefined) return onePage(id);
  const kind = params.get('kind') ?? '';
  const pool = kind === '' ? failedFirst : (kinds.find(({ key }) => key === kind)?.results ?? []);
  const list = el('div');
  const { form, values } = filters({ search: 'Find', choices: CHOICES, values: params }, (changed) => {
    showAddress(addressOf(['results'], { ...changed, kind }));
    show(changed);
  });
  /** @param {Record<string, string>} asked */
  function show({ q = '', status = '' }) {
    const words = q.toLowerCase();
    const found = pool.filter(
      (result) => (status === '' || result.status === status) && textOf(result).includes(words),
    );
    fill(list, pagedList(found, { noun: 'result', render: item, empty: 'No such result.' }));
  }
  show(values);
  return [form, list];
}

/** @param {Result} result */
const textOf = ({ id, reason = '', findings }) =>
  [id, reason, ...findings.map(({ rule, message }) => `${rule} ${message}`)].join(' ').toLowerCase();

/** @param {Result} result */
function item(result) {
  const first = result.findings.find(fails) ?? result.findings[0];
  return el(
    'a',
    { class: 'result', href: addressOf(['results', result.id]) },
    mark(result),
    el('span', { class: 'what' }, visible(result.id)),
    el('span', { class: 'muted' }, visible(first?.message ?? result.reason ?? '')),
  );
}

/** @param {Result} result */
const mark = ({ status }) =>
  el(
    'span',
    { class: `mark ${status}` },
    el('span', { 'aria-hidden': 'true' }, MARKS[status]),
    el('span', { class: 'unseen' }, status),
  );

/** @param {string} id */
function onePage(id) {
  const back = el('p', {}, el('a', { href: addressOf(['results']) }, '← All results'));
  const result = resultOf(id);
  if (result === undefined) return [back, el('p', {}, 'There is no result ', el('code', {}, visible(id)), '.')];
  return [
    back,
    el('h3', { class: 'id' }, mark(result), ' ', visible(id)),
    result.reason !== undefined && el('p', {}, `Skipped: ${visible(result.reason)}`),
    result.findings.map(findingBox),
    result.findings.length === 0 && result.status === 'passed' && el('p', {}, 'Nothing was found.'),
    detailBlocks(result),
    neighbours(result),
  ];
}

/** @param {Result} result */
function neighbours(result) {
  const index = failedFirst.indexOf(result);
  const [before, after] = [failedFirst[index - 1], failedFirst[index + 1]];
  return el(
    'nav',
    { class: 'neighbours', 'aria-label': 'Neighbouring results' },
    before !== undefined && el('a', { href: addressOf(['results', before.id]) }, `← ${visible(before.id)}`),
    after !== undefined && el('a', { href: addressOf(['results', after.id]) }, `${visible(after.id)} →`),
  );
}
