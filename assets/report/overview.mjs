import { el } from './dom.mjs';
import { levelBadge } from './finding.mjs';
import { kinds, MARKS, metIn, run, VERDICT_CLASS, verdict } from './model.mjs';
import { coverageOfParts } from './part-coverage.mjs';
import { addressOf } from './route.mjs';
import { counted, percent, visible } from './text.mjs';

const FIRST = 5;

/** The verdict, what would void it, what was found first, and what was covered. */
export function overview() {
  return [verdictBox(), warningsBox(), findingsBox(), coverageBox(), partsBox()];
}

function verdictBox() {
  const { passed, failed, skipped, approximate = 0, durationMs } = run.summary;
  const counts = [
    el('a', { href: addressOf(['results'], { status: 'failed' }) }, `${failed.toLocaleString('en')} failed`),
    el('a', { href: addressOf(['results'], { status: 'passed' }) }, `${passed.toLocaleString('en')} passed`),
    el('a', { href: addressOf(['results'], { status: 'skipped' }) }, `${skipped.toLocaleString('en')} skipped`),
    approximate > 0 &&
      el(
        'a',
        { href: addressOf(['results'], { status: 'approximate' }) },
        `${approximate.toLocaleString('en')} approximate`,
      ),
  ].filter((link) => link !== false);
  return el(
    'section',
    { class: `verdict ${VERDICT_CLASS[verdict()]}`, 'aria-label': 'Verdict' },
    el('p', { class: 'big' }, verdict()),
    el('p', { class: 'counts' }, counts, el('span', {}, `in ${(durationMs / 1000).toFixed(1)} s`)),
  );
}

function warningsBox() {
  if (run.warnings === undefined || run.warnings.length === 0) return undefined;
  return el(
    'section',
    { class: 'warnings' },
    el('h3', {}, 'Before you trust the verdict'),
    el(
      'ul',
      {},
      run.warnings.map((text) => el('li', {}, visible(text))),
    ),
  );
}

/** @type {readonly (readonly ['classes' | 'pairs' | 'triples', string, string])[]} */
const FIGURES = [
  ['classes', 'Classes of the fields', 'coverage'],
  ['pairs', 'Pairs of classes', 'pairs'],
  ['triples', 'Triples of classes', 'pairs'],
];

function coverageBox() {
  const { coverage } = run;
  if (coverage === undefined) return undefined;
  const parts = coverageOfParts(coverage);
  if (parts.length > 1) return el('section', {}, el('h3', {}, 'Covered, each part for itself'), parts.map(partFigures));
  const figures = FIGURES.flatMap(([name, label, place]) => {
    const figure = coverage[name];
    return figure === undefined ? [] : [figureBox(figure, label, place)];
  });
  return el('section', {}, el('h3', {}, 'Covered'), el('div', { class: 'figures' }, figures));
}

/** @param {import('./part-coverage.mjs').PartCoverage} part */
function partFigures({ name, classes, pairs }) {
  const boxes = [
    figureBox(classes, 'Classes of the fields', 'coverage', { part: name }),
    pairs !== undefined && figureBox(pairs, 'Pairs of classes', 'pairs', { part: name }),
  ];
  return [el('h4', {}, visible(name)), el('div', { class: 'figures' }, boxes)];
}

/**
 * @param {import('../../src/result').CoverageFigure} figure
 * @param {string} label
 * @param {string} place
 * @param {Record<string, string>} [params]
 */
function figureBox(figure, label, place, params = {}) {
  const share = el('div', { class: 'share' });
  share.style.width = `${percent(figure)}%`;
  return el(
    'a',
    { class: 'figure', href: addressOf([place], params) },
    el('span', {}, label),
    el('strong', {}, `${percent(figure)} %`),
    el('div', { class: 'bar', 'aria-hidden': 'true' }, share),
    el('span', { class: 'muted' }, `${figure.covered.toLocaleString('en')} of ${figure.feasible.toLocaleString('en')}`),
  );
}

function findingsBox() {
  const all =
    kinds.length > FIRST &&
    el('p', {}, el('a', { href: addressOf(['findings']) }, `All ${counted(kinds.length, 'kind')} of findings`));
  const items = kinds
    .slice(0, FIRST)
    .map(({ key, finding, results }) =>
      el(
        'li',
        {},
        levelBadge(finding),
        ' ',
        el('a', { href: addressOf(['findings', key]) }, visible(finding.message)),
        el('span', { class: 'muted' }, ` ${metIn(results)}`),
      ),
    );
  return el(
    'section',
    {},
    el('h3', {}, 'Found'),
    items.length === 0 ? el('p', {}, 'Nothing.') : el('ul', { class: 'plain' }, items),
    all,
  );
}

function partsBox() {
  if (run.parts === undefined) return undefined;
  const rows = run.parts.map(({ command, contract, seed, summary }) => {
    const tested = summary.passed + (summary.approximate ?? 0);
    const status = summary.failed > 0 ? 'failed' : tested === 0 ? 'skipped' : 'passed';
    const cells = [
      visible(contract),
      String(seed),
      summary.passed,
      summary.failed,
      summary.skipped,
      summary.approximate ?? 0,
    ];
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, `${MARKS[status]} ${command}`),
      cells.map((cell) => el('td', {}, cell)),
    );
  });
  const head = ['Command', 'Contract', 'Seed', 'Passed', 'Failed', 'Skipped', 'Approximate'].map((name) =>
    el('th', { scope: 'col' }, name),
  );
  const table = el('table', {}, el('thead', {}, el('tr', {}, head)), el('tbody', {}, rows));
  return el(
    'section',
    {},
    el('h3', {}, 'Joined from'),
    el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Joined from' }, table),
  );
}
