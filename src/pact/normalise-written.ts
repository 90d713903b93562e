import { isJsonObject, type JsonObject } from '../contract';
import { bodyGenerators, pathGenerator, withGenerators } from './from-state';
import type { Interaction } from './interaction';
import type { WrittenInteraction } from './pact-file';

const memberOf = (value: JsonObject, name: string): JsonObject => {
  const member = value[name];
  return isJsonObject(member) ? member : {};
};

/** Pact's DSL always writes AND: a value that may also be null needs OR, which only the file can say. */
function withCombine(rules: JsonObject, interaction: Interaction): JsonObject {
  const either = new Set(interaction.response.rules.filter(({ combine }) => combine === 'OR').map(({ path }) => path));
  const members = Object.entries(rules).map(([path, rule]) => [
    path,
    either.has(path) && isJsonObject(rule) ? { ...rule, combine: 'OR' } : rule,
  ]);
  return Object.fromEntries(members);
}

/** An interaction as Pact wrote it, with what its DSL cannot say, and without what says nothing. */
export function normaliseWritten(written: WrittenInteraction, interaction: Interaction): WrittenInteraction {
  const response = memberOf(written, 'response');
  const rules = memberOf(response, 'matchingRules');
  const body = withCombine(memberOf(rules, 'body'), interaction);
  const { pending: _pending, ...kept } = written;
  const { description } = written;
  const request = withGenerators(memberOf(written, 'request'), {
    ...pathGenerator(interaction.request.pathExpression),
    body: bodyGenerators(interaction.request.values),
  });
  const ruled = Object.keys(body).length === 0 ? response : { ...response, matchingRules: { ...rules, body } };
  const answer = withGenerators(ruled, { body: bodyGenerators(interaction.response.values) });
  return { ...kept, description, request, response: answer };
}
