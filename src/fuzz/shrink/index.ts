export { culpritOf } from './culprit';
export { shrink } from './shrink';
