import { codeBlock } from './code-block.mjs';
import { el } from './dom.mjs';
import { visible } from './text.mjs';

/**
 * A finding as a result tells it.
 * @param {import('./model.mjs').Finding} finding
 */
export const findingBox = (finding) =>
  el(
    'div',
    { class: `finding ${finding.level}` },
    el('p', { class: 'message' }, levelBadge(finding), ' ', visible(finding.message)),
    sides(finding),
  );

/**
 * Which rule, where, and expected against got, side by side.
 * @param {import('./model.mjs').Finding} finding
 */
export function sides({ rule, pointer, expected, actual }) {
  const where = pointer === '' ? [] : [' at ', el('code', {}, visible(pointer))];
  const side = (/** @type {string} */ name, /** @type {string} */ text) =>
    el('div', { class: name.toLowerCase() }, el('dt', {}, name), el('dd', {}, visible(text === '' ? '–' : text)));
  return [
    el('p', { class: 'muted' }, el('code', {}, rule), where),
    el('dl', { class: 'sides' }, side('Expected', expected), side('Got', actual)),
  ];
}

/** @param {import('./model.mjs').Finding} finding */
export const levelBadge = ({ level }) => el('span', { class: `badge ${level}` }, level);

const FIRST = ['request', 'replay', 'curl', 'payload', 'response'];

/**
 * What helps to see and repeat a result: what was asked, then the shortest way to ask it again.
 * @param {import('./model.mjs').Result} result
 */
export function detailBlocks({ details = {} }) {
  const names = [
    ...FIRST.filter((name) => name in details),
    ...Object.keys(details).filter((name) => !FIRST.includes(name)),
  ];
  return names.map((name) => codeBlock(name, details[name] ?? ''));
}
