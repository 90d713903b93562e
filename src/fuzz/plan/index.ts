export type { Composition } from './composition';
export type { Part } from './cut';
export { isMutant } from './mutant-id';
export { pitfallCases } from './pitfall-cases';
export { Plan, type PlanSource } from './plan';
export { type Planned, plainly } from './planned';
export { DEFAULT_POLICY, INVALID, type Policy, policing } from './policy';
export { responseCases } from './response-cases';
export { hasValidBody } from './valid-body';
