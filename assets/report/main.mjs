import { coverage } from './coverage.mjs';
import { el, fill } from './dom.mjs';
import { findings } from './findings.mjs';
import { kinds, run, VERDICT_CLASS, verdict } from './model.mjs';
import { overview } from './overview.mjs';
import { pacts } from './pacts.mjs';
import { pairs } from './pairs.mjs';
import { results } from './results.mjs';
import { addressOf, currentRoute } from './route.mjs';
import { visible } from './text.mjs';
import { themeChoice } from './theme.mjs';

/** @typedef {{ name: string, title: string, count?: number | undefined, render: (route: import('./route.mjs').Route) => readonly import('./dom.mjs').Child[] }} Place */

/** @type {readonly Place[]} */
const PLACES = [
  { name: '', title: 'Overview', render: overview },
  { name: 'findings', title: 'Findings', count: kinds.length, render: findings },
  { name: 'coverage', title: 'Coverage', count: run.coverage?.cells?.length, render: coverage },
  { name: 'pairs', title: 'Pairs', count: run.coverage?.sitePairs?.length, render: pairs },
  { name: 'results', title: 'Results', count: run.results.length, render: results },
  { name: 'pacts', title: 'Pacts', count: run.interactions?.length, render: pacts },
];

const main = el('main', { id: 'content', tabindex: '-1' });
const links = PLACES.map(({ name, title, count }) =>
  el(
    'a',
    { href: addressOf(name === '' ? [] : [name]), 'data-place': name },
    title,
    count !== undefined && el('span', { class: 'count' }, count.toLocaleString('en')),
  ),
);

function header() {
  const about = [`${run.command} ${visible(run.contract)}`, `seed ${run.seed}`].join(' · ');
  return el(
    'header',
    {},
    el(
      'div',
      { class: 'title' },
      el('h1', {}, 'pactcheck'),
      el('span', { class: `badge verdict-badge ${VERDICT_CLASS[verdict()]}` }, verdict()),
      el('span', { class: 'about' }, about),
    ),
    themeChoice(),
  );
}

/** @param {boolean} isFirst */
function show(isFirst) {
  const route = currentRoute();
  const place = PLACES.find(({ name }) => name === (route.path[0] ?? '')) ?? /** @type {Place} */ (PLACES[0]);
  for (const link of links) {
    if (link.dataset['place'] === place.name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const heading = el('h2', { tabindex: '-1' }, place.title);
  fill(main, heading, ...place.render(route));
  document.title = `${place.title}: ${verdict()} ${run.command} ${visible(run.contract)}`;
  if (isFirst) return;
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

const skip = el('button', { type: 'button', class: 'skip', onclick: () => main.focus() }, 'Skip to the content');
fill(document.body, skip, header(), el('nav', { class: 'places', 'aria-label': 'Report' }, links), main);
addEventListener('hashchange', () => show(false));
show(true);
