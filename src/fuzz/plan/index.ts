export type { Planned } from './mutants';
export { Plan, type PlanSource } from './plan';
export { DEFAULT_POLICY, type Policy, policing } from './policy';
