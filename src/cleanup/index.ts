export { ownChild } from './children';
export { endAll, type Left, onLeft } from './left';
export { OWNER, ownerName, ownerState } from './owner';
export { removeAbandoned, temporaryFolder } from './temporary-folder';
