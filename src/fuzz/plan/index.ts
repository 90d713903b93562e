export { isMutant } from './is-mutant';
export { Plan, type PlanSource } from './plan';
export type { Planned } from './planned';
export { DEFAULT_POLICY, type Policy, policing } from './policy';
export { responseCases } from './response-cases';
