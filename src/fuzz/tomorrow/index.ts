export { type Tomorrow, tomorrowsOf } from './changes';
export { TOMORROW_ROWS } from './rows';
export { type Survival, survivalsOf } from './survivors';
