/**
 * What an element may hold; lists are flattened, and what is false or not there is left out.
 * @typedef {Node | string | number | false | undefined | null} Leaf
 * @typedef {Leaf | readonly (Leaf | readonly Leaf[])[]} Child
 */
/** @typedef {Record<string, string | boolean | undefined | ((event: any) => void)>} Attributes */

/**
 * An element. Children that are texts become text nodes: nothing of a run is ever parsed as HTML.
 * @param {string} tag
 * @param {Attributes} [attributes] `onclick` and the like are listeners; `false` and `undefined` leave one out
 * @param {...Child} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...nodes(children));
  return element;
}

/**
 * @param {readonly Child[]} children
 * @returns {(Node | string)[]}
 */
function nodes(children) {
  return /** @type {unknown[]} */ (children.flat(9))
    .filter((child) => child !== false && child !== undefined && child !== null)
    .map((child) => (child instanceof Node ? child : String(child)));
}

/**
 * @param {Element} parent
 * @param {...Child} children
 */
export const fill = (parent, ...children) => parent.replaceChildren(...nodes(children));
