export * from './failure';
export * from './finding';
export { asPart, carried, joinRuns } from './join';
export * from './run';
