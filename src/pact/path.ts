/** A member's step in a path of Pact: `.name`, or `['any name']`. */
export const memberStep = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) ? `.${name}` : `['${name}']`;

/** The step to any item of a list. */
export const ANY_ITEM = '[*]';

/** The step to any member of a map. */
export const ANY_MEMBER = '.*';
