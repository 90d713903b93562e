export * from './failure';
export * from './finding';
export { joinRuns } from './join';
export * from './run';
