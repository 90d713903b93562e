export * from './failure';
export * from './finding';
export * from './run';
