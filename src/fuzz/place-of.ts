import type { Case } from '../contract';

/** Where a case departs from a plain one, as far as it says so itself; branches of unions are no places in a body. */
export const placeOf = (testCase: Case): string =>
  testCase.pointer ?? (siteOf(testCase).split(' ')[0] ?? '').replace(/\/\|\d+(?=\/|$)/g, '');

/** The site that a case is about, where it is about one. */
export const siteOf = ({ classes }: Case): string =>
  Object.entries(classes)
    .filter(([, name]) => name !== 'absent' && name !== 'typical')
    .map(([site]) => site)
    .slice(0, 2)
    .join(' ');
