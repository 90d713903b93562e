import {
  type Case,
  generalPointer,
  type Model,
  meaningOf,
  parseJson,
  type Schema,
  type Site,
  sitesOf,
  type Verdict,
  valueAt,
} from '../../contract';
import { placesIn } from './places';

/** What a parser does where good parsers differ. */
export interface Policy {
  /** Members that the contract does not list. */
  readonly unknownFields: Verdict;
  /** Texts that an enum does not list: a parser that keeps them as they are accepts. */
  readonly unknownEnum: Verdict;
  /** Moments that RFC 3339 allows and few programs hold or expect: leap seconds, far offsets, a lower-case `t` or `z`. */
  readonly unusualDates: Verdict;
  /** Responses that the contract does not allow: most SDKs read what comes. */
  readonly invalid: (typeof INVALID)[number];
}

/** What a parser does with what is invalid: it refuses it, or it may read it, as long as nothing odd comes of it. */
export const INVALID = ['must-fail', 'may-pass'] as const;

/** What good parsers do where nothing is said. */
export const DEFAULT_POLICY: Policy = {
  unknownFields: 'accept',
  unknownEnum: 'reject',
  unusualDates: 'either',
  invalid: 'must-fail',
};

const hasUnknownMember = ({ classes }: Case): boolean =>
  Object.values(classes).some((name) => name.startsWith('unknown member'));

/** The pointers of the sites that are of a kind. */
const sitesThat = (model: Model, fits: (schema: Site['schema']) => boolean): ReadonlySet<string> =>
  new Set(
    sitesOf(model)
      .filter(({ schema }) => fits(schema))
      .map(({ pointer }) => pointer),
  );

/** Whether a schema lists texts. */
export const isTextEnum = (schema: Schema): boolean =>
  schema.kind === 'enum' && schema.values.every((value) => typeof value === 'string');

const isMoment = (schema: Schema): boolean => ['instant', 'time'].includes(meaningOf(schema) ?? '');

function isUnknownText(model: Model, enums: ReadonlySet<string>, { body, pointer }: Case): boolean {
  if (pointer === undefined || pointer === '' || body === undefined || !enums.has(generalPointer(model, pointer)))
    return false;
  return typeof valueAt(parseJson(body), pointer) === 'string';
}

/** RFC 3339: section 5.6 lets specifications insist on upper case; section 5.7 on leap seconds, which `Date` has none of. */
const UNUSUAL: Readonly<Record<string, string>> = {
  'leap second': 'RFC 3339 allows a leap second, which most types of moments cannot hold',
  'leap second that is none': 'RFC 3339 allows a second 60 only where a leap second may be, which few programs look up',
  'lower case': 'RFC 3339, section 5.6: T and Z may be in lower case, though many programs insist on upper case',
  'far offset': 'RFC 3339 allows offsets up to 23:59, of which no clock has any past 14:00; java.time ends at 18:00',
};

/** An offset of more than 18 hours, at the end of a moment. */
const FAR_OFFSET = /[-+](?:18:(?!00)|19:|2\d:)\d\d$/;

/** Why a moment of a case is unusual, as its classes say; `undefined` where none is. */
const unusualByClass = (moments: ReadonlySet<string>, testCase: Case): string | undefined =>
  Object.entries(testCase.classes)
    .filter(([site]) => moments.has(site))
    .map(([, name]) => UNUSUAL[name])
    .find((reason) => reason !== undefined);

/** The same by the body of a valid case: drawn ones have many values at a site, and say the class of one. */
function unusualWithin(model: Model, { verdict, body }: Case): string | undefined {
  if (verdict !== 'accept' || body === undefined || !/:60|\d[tz]|[-+](?:1[89]|2\d):\d\d"/.test(body)) return undefined;
  const places = placesIn(model, parseJson(body)).filter(({ schema }) => isMoment(schema));
  const texts = places.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  if (texts.some((text) => /^(?:.*T)?\d\d:\d\d:60/i.test(text))) return UNUSUAL['leap second'];
  if (texts.some((text) => FAR_OFFSET.test(text))) return UNUSUAL['far offset'];
  return texts.some((text) => /[tz]/.test(text)) ? UNUSUAL['lower case'] : undefined;
}

/** The URL standard, which browsers and Node follow, takes and mends what RFC 3986 forbids. */
const MENDED_ADDRESS = new Set(['a blank inside', 'bad percent escape']);
const MENDED = 'RFC 3986 forbids it, and the URL standard, which many parsers follow, takes it';

const isAddress = (schema: Schema): boolean => meaningOf(schema) === 'address';

const isMended = (addresses: ReadonlySet<string>, { verdict, classes }: Case): boolean =>
  verdict === 'reject' &&
  Object.entries(classes).some(([site, name]) => addresses.has(site) && MENDED_ADDRESS.has(name));

/** The case with the verdict that the policy gives it. A verdict that is firm anyway stays. */
export function policing(model: Model, policy: Policy): (testCase: Case) => Case {
  const enums = sitesThat(model, isTextEnum);
  const moments = sitesThat(model, isMoment);
  const addresses = sitesThat(model, isAddress);
  return (testCase) => {
    if (testCase.verdict !== 'reject' && hasUnknownMember(testCase)) return withVerdict(testCase, policy.unknownFields);
    if (testCase.verdict !== 'either' && isUnknownText(model, enums, testCase))
      return withVerdict(testCase, policy.unknownEnum);
    if (isMended(addresses, testCase)) return { ...testCase, verdict: 'either', reason: MENDED };
    const reason = unusualByClass(moments, testCase) ?? unusualWithin(model, testCase);
    return withMoments(testCase, reason, policy.unusualDates);
  };
}

/** What is no leap second is never to be accepted; what is one is as the policy says. */
function withMoments(testCase: Case, reason: string | undefined, verdict: Verdict): Case {
  if (reason === undefined || testCase.verdict === 'either') return testCase;
  if (testCase.verdict === 'reject') return verdict === 'either' ? { ...testCase, verdict, reason } : testCase;
  return verdict === 'accept' ? testCase : { ...testCase, verdict, reason };
}

const withVerdict = (testCase: Case, verdict: Verdict): Case =>
  testCase.verdict === verdict ? testCase : { ...testCase, verdict };
