export { ownChild } from './children';
export { endAll, type Left, onLeft } from './left';
export { temporaryFolder } from './temporary-folder';
