import type { Contract } from './contract';
import type { Predicate, Rule } from './rule';

/**
 * The rules of a contract as they bind whoever counts on an answer. A service may answer with an empty list where it
 * shows nothing, so a rule about the items of a member that is shown only sometimes lets that pass; but nobody can count
 * on the empty list. Here such a rule is about the member itself.
 */
export function rulesCountedOn({ rules, operations }: Pick<Contract, 'rules' | 'operations'>): Rule[] {
  const sometimes = operations.flatMap(({ update }) => update?.shownSometimes ?? []);
  const widened = (predicate: Predicate): Predicate => {
    const member = sometimes.find((pointer) => predicate.pointer.startsWith(`${pointer}/`));
    return member === undefined || predicate.present !== true ? predicate : { ...predicate, pointer: member };
  };
  return rules.map((rule) => (rule.when === undefined ? rule : { ...rule, when: rule.when.map(widened) }));
}
