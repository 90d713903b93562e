import type { Case } from '../contract';
import type { FuzzOptions } from './options';
import { DEFAULT_POLICY, type PlanSource, pitfallCases, policing, responseCases } from './plan';
import type { SubjectFacts } from './subject';

/** The cases given, and those that are made of the valid ones: about the response as a whole, and what trips programs. */
function poolOf({ cases, onlyGiven, response, judge }: FuzzOptions): Case[] {
  const given = [...cases];
  if (onlyGiven === true) return given;
  const isAllowed = (body: string): boolean => judge(Buffer.from(body)).length === 0;
  const { model } = response;
  return [...given, ...responseCases(given, response, isAllowed), ...pitfallCases(model, given, isAllowed)];
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
  turnedOff = {},
}: FuzzOptions): SubjectFacts => ({
  rejectsWith,
  model: response.model,
  unknownFields: policy.unknownFields,
  mayPassInvalid: policy.invalid === 'may-pass',
  givesDefaults,
  turnedOff: Object.keys(turnedOff),
});
