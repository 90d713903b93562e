export { culpritOf } from './culprit';
export { type Cure, cured, curesFor } from './cure';
export { shrink } from './shrink';
