export { ownChild } from './children';
export { endAll, type Left, onLeft } from './left';
export { OWNER, ownerName, ownerState } from './owner';
export { temporaryFolder } from './temporary-folder';
