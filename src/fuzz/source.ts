import type { Case } from '../contract';
import type { FuzzOptions } from './options';
import { DEFAULT_POLICY, type PlanSource, policing, responseCases } from './plan';
import type { SubjectFacts } from './subject';

/** The cases given, and those about the response as a whole that are made of the valid ones. */
function poolOf({ cases, onlyGiven, response, judge }: FuzzOptions): Case[] {
  const given = [...cases];
  if (onlyGiven === true) return given;
  return [...given, ...responseCases(given, response, (body) => judge(Buffer.from(body)).length === 0)];
}

/** What the plan of a fuzzing is made from: its cases, with the verdicts that the policy gives them. */
export const planSourceOf = (options: FuzzOptions): PlanSource => {
  const { response, policy = DEFAULT_POLICY, rules, seed } = options;
  const { model } = response;
  return { model, rules, pool: poolOf(options).map(policing(model, policy)), seed };
};

/** What is said of the parser of a fuzzing. */
export const factsOf = ({
  response,
  policy = DEFAULT_POLICY,
  rejectsWith = [],
  givesDefaults,
}: FuzzOptions): SubjectFacts => ({
  rejectsWith,
  model: response.model,
  unknownFields: policy.unknownFields,
  givesDefaults,
});
