export { culpritOf } from './culprit';
export { type Cure, cured, curesFor } from './cure';
export { plainLike } from './plain';
export { plainAt } from './plain-at';
export { type StillFails, shrink } from './shrink';
export { faultStays } from './stays';
