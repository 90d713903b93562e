export * from './failure';
export * from './finding';
export { asPart, carried, coverageByPart, joinRuns } from './join';
export * from './run';
export { printfOf, shellBytes, shellQuoted, shellWord } from './shell';
export { didYouMean, nextAfter, similar } from './similar';
export { commandless, oneLine, visible } from './visible';
