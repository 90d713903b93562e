import type { FuzzOptions } from './options';
import { DEFAULT_POLICY, type PlanSource, policing } from './plan';
import type { SubjectFacts } from './subject';

/** What the plan of a fuzzing is made from: its cases, with the verdicts that the policy gives them. */
export const planSourceOf = ({
  response: { model },
  policy = DEFAULT_POLICY,
  rules,
  cases,
  seed,
}: FuzzOptions): PlanSource => ({
  model,
  rules,
  pool: Array.from(cases, policing(model, policy)),
  seed,
});

/** What is said of the parser of a fuzzing. */
export const factsOf = ({ response, policy = DEFAULT_POLICY, rejectsWith = [] }: FuzzOptions): SubjectFacts => ({
  rejectsWith,
  model: response.model,
  unknownFields: policy.unknownFields,
});
