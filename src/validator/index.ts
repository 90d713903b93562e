export type { Body } from './body';
export { VALIDATOR_CHECKS, type ValidatorCheck } from './checks';
export type { Headers } from './headers';
export { type Answer, type Around, type Validator, validatorFor } from './validator';
