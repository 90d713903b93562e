import type { StringFormat } from './format';

const PATTERN =
  '^P(?=.)(?:\\d+W|(?:\\d+Y(?:\\d+M(?:\\d+D)?)?|\\d+M(?:\\d+D)?|\\d+D)?(?:T(?=\\d)(?:\\d+H(?:\\d+M(?:\\d+S)?)?|\\d+M(?:\\d+S)?|\\d+S))?)$';
const SHAPE = new RegExp(PATTERN);

/** RFC 3339 duration, appendix A. */
export const duration: StringFormat = {
  name: 'duration',
  description: 'an RFC 3339 duration',
  pattern: PATTERN,
  check: (text) => SHAPE.test(text),
  typical: ['P1DT12H', 'PT30M'],
  edge: {
    weeks: { values: ['P4W'], pattern: 'W$' },
    zero: { values: ['PT0S', 'P0D'], pattern: '^PT?0[SD]$' },
    'over the unit': { values: ['PT36H'], pattern: 'T(?:2[4-9]|[3-9]\\d)H' },
    'date and time': { values: ['P1Y2M3DT4H5M6S'], pattern: 'Y.*T.*S$' },
  },
  reject: {
    'no P': ['1D'],
    'nothing after P': ['P', 'P1DT'],
    'weeks and days': ['P1W2D'],
    'a number of seconds': ['3600'],
    empty: [''],
  },
};
