import {
  type Case,
  generalPointer,
  type Model,
  parseJson,
  type Schema,
  sitesOf,
  type Verdict,
  valueAt,
} from '../../contract';

/** What a parser does with what later versions of a service may send. */
export interface Policy {
  /** Members that the contract does not list. */
  readonly unknownFields: Verdict;
  /** Texts that an enum does not list: a parser that keeps them as they are accepts. */
  readonly unknownEnum: Verdict;
}

export const DEFAULT_POLICY: Policy = { unknownFields: 'accept', unknownEnum: 'reject' };

const hasUnknownMember = ({ classes }: Case): boolean =>
  Object.values(classes).some((name) => name.startsWith('unknown member'));

/** The pointers of the enums of texts. */
const enumSites = (model: Model): ReadonlySet<string> =>
  new Set(
    sitesOf(model)
      .filter(({ schema }) => isTextEnum(schema))
      .map(({ pointer }) => pointer),
  );

const isTextEnum = (schema: Schema): boolean =>
  schema.kind === 'enum' && schema.values.every((value) => typeof value === 'string');

function isUnknownText(model: Model, enums: ReadonlySet<string>, { body, pointer }: Case): boolean {
  if (pointer === undefined || pointer === '' || body === undefined || !enums.has(generalPointer(model, pointer)))
    return false;
  return typeof valueAt(parseJson(body), pointer) === 'string';
}

/** The case with the verdict that the policy gives it. A verdict that is firm anyway stays. */
export function policing(model: Model, policy: Policy): (testCase: Case) => Case {
  const enums = enumSites(model);
  return (testCase) => {
    if (testCase.verdict === 'either' && hasUnknownMember(testCase)) return withVerdict(testCase, policy.unknownFields);
    if (testCase.verdict === 'reject' && isUnknownText(model, enums, testCase))
      return withVerdict(testCase, policy.unknownEnum);
    return testCase;
  };
}

const withVerdict = (testCase: Case, verdict: Verdict): Case =>
  testCase.verdict === verdict ? testCase : { ...testCase, verdict };
