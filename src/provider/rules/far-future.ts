/** Later than the clock of any service: a state may well set up the year 9999. */
export const FAR_FUTURE = Date.UTC(2100, 0, 1);
