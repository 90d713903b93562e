export * from './failure';
export * from './finding';
export { asPart, carried, coverageByPart, joinRuns } from './join';
export { isKept, isWhole, joinBrokerResults } from './join-broker-results';
export type * from './pact-results';
export * from './run';
export { printfOf, shellBytes, shellQuoted, shellWord } from './shell';
export { didYouMean, nextAfter, similar } from './similar';
export { commandless, oneLine, visible } from './visible';
