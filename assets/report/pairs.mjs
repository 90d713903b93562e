import { el, fill } from './dom.mjs';
import { filters } from './filters.mjs';
import { run } from './model.mjs';
import { pagedList } from './paged-list.mjs';
import { ofPart, partChoice } from './part.mjs';
import { addressOf, showAddress } from './route.mjs';
import { roving } from './roving.mjs';
import { counted, percent, visible } from './text.mjs';

/** @typedef {import('./model.mjs').SitePair} SitePair */

/**
 * The 2-way view: for each two fields, how many pairs of their classes met.
 * @param {import('./route.mjs').Route} route
 */
export function pairs({ params }) {
  const all = run.coverage?.sitePairs ?? [];
  if (all.length === 0) return [el('p', {}, 'This run does not say which pairs it covered.')];
  const choices = partChoice(all);
  const view = el('div');
  if (choices.length === 0) return show({ all, params });
  const { form } = filters({ choices, values: params }, ({ part = '' }) => {
    showAddress(addressOf(['pairs'], { part }));
    fill(view, show({ all: ofPart(all, part), params: new URLSearchParams() }));
  });
  fill(view, show({ all: ofPart(all, params.get('part')), params }));
  return [form, view];
}

/** @param {{ all: readonly SitePair[], params: URLSearchParams }} what */
function show({ all, params }) {
  const told = el('div', { class: 'told', 'aria-live': 'polite' });
  const byKey = new Map(all.map((pair) => [keyOf(pair.sites), pair]));
  const named = byKey.get(JSON.stringify([params.get('left'), params.get('right')]));
  if (named !== undefined) tell(named, told);
  return [
    el(
      'p',
      { class: 'muted' },
      'Each square is two fields. It is filled where every pair of their classes met; a number says how many pairs never did.',
    ),
    matrix(all, { byKey, told }),
    told,
    el('h3', {}, 'Least covered first'),
    pagedList(
      all.filter(({ covered, feasible }) => covered < feasible).sort((left, right) => percent(left) - percent(right)),
      { noun: 'pair of fields', render: (pair) => pairItem(pair), empty: 'Nothing is missing.' },
    ),
  ];
}

/** @param {readonly [string, string]} sites */
const keyOf = (sites) => JSON.stringify(sites);

/**
 * @param {readonly SitePair[]} all
 * @param {{ byKey: Map<string, SitePair>, told: HTMLElement }} known
 */
function matrix(all, { byKey, told }) {
  const sites = [...new Set(all.flatMap((pair) => pair.sites))];
  const head = el(
    'tr',
    {},
    el('td'),
    sites.slice(0, -1).map((_, index) => el('th', { scope: 'col' }, index + 1)),
  );
  const rows = sites.slice(1).map((right, rowIndex) => {
    const squares = sites.slice(0, rowIndex + 1).map((left) => {
      const pair = byKey.get(keyOf([left, right])) ?? byKey.get(keyOf([right, left]));
      return el('td', {}, pair && square(pair, told));
    });
    return el('tr', {}, el('th', { scope: 'row' }, `${rowIndex + 2} `, el('code', {}, visible(right))), squares);
  });
  const body = el('tbody', {}, rows);
  const table = el(
    'table',
    { class: 'matrix' },
    el('caption', {}, '1 is ', el('code', {}, visible(sites[0] ?? ''))),
    el('thead', {}, head),
    body,
  );
  roving(body, () => [...body.children].map((row) => [...row.querySelectorAll('button')]));
  return el('div', { class: 'wide', role: 'region', 'aria-label': 'Pairs of fields', tabindex: '0' }, table);
}

/** @param {SitePair} pair */
const nameOf = ({ sites: [left, right], covered, feasible }) =>
  `${visible(left)} with ${visible(right)}: ${covered} of ${feasible}${covered < feasible ? `, ${feasible - covered} never met` : ''}`;

/**
 * @param {SitePair} pair
 * @param {HTMLElement} told
 */
function square(pair, told) {
  const heat = pair.covered === pair.feasible ? 'full' : percent(pair) < 50 ? 'few' : 'most';
  return el(
    'button',
    {
      type: 'button',
      class: `square ${heat}`,
      'aria-label': nameOf(pair),
      title: nameOf(pair),
      onclick: () => tell(pair, told),
    },
    pair.covered === pair.feasible ? '' : String(pair.feasible - pair.covered),
  );
}

/**
 * @param {SitePair} pair
 * @param {HTMLElement} told
 */
function tell(pair, told) {
  const [left, right] = pair.sites;
  showAddress(addressOf(['pairs'], { part: pair.part ?? '', left, right }));
  fill(told, el('h3', {}, nameOf(pair)), missingTable(pair));
}

/** @param {SitePair} pair */
function missingTable({ sites: [left, right], missing = [], covered, feasible }) {
  if (covered === feasible) return el('p', {}, 'Every pair of their classes met.');
  if (missing.length === 0)
    return el('p', {}, `${counted(feasible - covered, 'pair')} never met; the run does not say which.`);
  const rows = missing.map((tuple) =>
    el(
      'tr',
      {},
      tuple.map((name) => el('td', {}, visible(name))),
    ),
  );
  const head = [left, right].map((site) => el('th', { scope: 'col' }, el('code', {}, visible(site))));
  return el(
    'div',
    {},
    el('p', {}, 'Never met:'),
    el('table', {}, el('thead', {}, el('tr', {}, head)), el('tbody', {}, rows)),
  );
}

/** @param {SitePair} pair */
const pairItem = (pair) =>
  el('details', {}, el('summary', {}, nameOf(pair)), el('div', { class: 'body' }, missingTable(pair)));
