export { snapshotOf } from './leaves';
export { serialiserOf } from './serialise';
