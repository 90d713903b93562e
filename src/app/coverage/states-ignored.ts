/** A smaller share than this of the classes that the pacts ask for, and the service may not heed its states. */
const LEAST_SHARE = 0.75;

/** Whether a service's answers lack so many of the wanted classes that it seems to ignore its provider states. */
export const areStatesIgnored = (missing: number, wanted: number): boolean => missing > wanted * (1 - LEAST_SHARE);
