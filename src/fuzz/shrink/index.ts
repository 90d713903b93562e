export { culpritOf } from './culprit';
export { type Cure, cured, curesFor } from './cure';
export { plainLike } from './plain';
export { shrink } from './shrink';
export { faultStays } from './stays';
