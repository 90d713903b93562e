const text = { type: 'string', minLength: 1 } as const;
const count = { type: 'integer', minimum: 0 } as const;
const percent = { type: 'number', minimum: 0, maximum: 100 } as const;
const verdict = { enum: ['accept', 'reject', 'either'] } as const;

/** A response parser that the gate fuzzes. */
const PARSER = {
  type: 'object',
  additionalProperties: false,
  required: ['parser'],
  properties: {
    /** `file.ts#export`, or `cmd: java -jar parser.jar`. */
    parser: text,
    /** How many responses it is fed; 2000 where it is not given. */
    runs: { type: 'integer', minimum: 1 },
    /** Names of the error classes that count as a refusal. */
    rejectsWith: { type: 'array', items: text },
    /** A folder of cases that are run first. */
    corpus: text,
    /** Known findings, each with a reason and the day until which it fails nothing. */
    baseline: text,
    unknownFields: verdict,
    unknownEnum: verdict,
    unusualDates: verdict,
    /** What it does with responses that the contract does not allow; `refuse` where it is not given. */
    invalid: { enum: ['must-fail', 'may-pass'] },
    /** It gives defaults for absent members. */
    givesDefaults: { type: 'boolean' },
    /** Rules that it is not held to, as `RULE=REASON`. */
    without: { type: 'array', items: text },
    /** `file.ts#export` of what gives a parsed value back as the wire has it. */
    toWire: text,
  },
} as const;

/** Which pacts of a broker a provider is held to. */
const PROVIDER_BROKER = {
  type: 'object',
  additionalProperties: false,
  required: ['provider'],
  properties: {
    /** What the provider is called at the broker. */
    provider: text,
    /** Consumer version selectors; the main branches, what is deployed, and the branch of the same name without. */
    selectors: {
      type: 'array',
      items: { type: 'object', additionalProperties: { anyOf: [{ type: 'boolean' }, text] } },
    },
    enablePending: { type: 'boolean' },
    /** A day, `YYYY-MM-DD`. */
    includeWipPactsSince: text,
    /** Passes where a new provider has no pact yet. */
    allowNoPacts: { type: 'boolean' },
    /** Tags of the provider's version. */
    tags: { type: 'array', items: text },
    /** What makes a published result a failure: `pact`, or what breaks the `contract` as well. */
    resultsOf: { enum: ['pact', 'contract'] },
  },
} as const;

/** A live service that the gate verifies. */
const PROVIDER = {
  type: 'object',
  additionalProperties: false,
  required: ['baseUrl'],
  properties: {
    /** Where it answers; `$NAME` is taken from the environment, and the service is left out where that is not set. */
    baseUrl: text,
    /** A module of state handlers, or an URL that takes provider states. */
    states: text,
    statesUrl: text,
    /** `K: V`; values may be `$NAME` too. */
    headers: { type: 'array', items: text },
    /** Seconds to wait until it is ready. */
    wait: count,
    /** Generated updates beyond the pacts. */
    explore: count,
    /** Seconds that one exchange, or one state, may take; 30 where it is not given. */
    timeout: { type: 'integer', minimum: 1 },
    /** How many megabytes of a body are read at most, once it is decompressed; 100 where it is not given. */
    maxBody: { type: 'integer', minimum: 1 },
    /** A file of certificates, as PEM, that are trusted beside those that Node knows. */
    ca: text,
    /** The files of the certificate that the service wants of its clients, and of its key, as PEM. */
    clientCert: text,
    clientKey: text,
    /** Takes the pacts from a broker, not from the folder. */
    broker: PROVIDER_BROKER,
  },
} as const;

/** What the gate does for one contract. */
const CONTRACT = {
  type: 'object',
  additionalProperties: false,
  required: ['contract'],
  properties: {
    /** A contract reference. */
    contract: text,
    /** The document that the contract was made from: `import --check` compares them. */
    document: text,
    /** The contract to compare with; `git:REF:PATH` of the merge base where it is not given, `false` for none. */
    baseline: { anyOf: [{ enum: [false] }, text] },
    parsers: { type: 'array', items: PARSER },
    provider: PROVIDER,
  },
} as const;

/** The configuration as JSON Schema: what is checked, and what the types are made of. */
export const CONFIG = {
  type: 'object',
  additionalProperties: false,
  required: ['contracts'],
  properties: {
    contracts: { type: 'array', minItems: 1, items: { anyOf: [text, CONTRACT] } },
    /** Where the pact files lie; `pacts` where it is not given. */
    pacts: text,
    /** The least shares that may be covered, in percent of what is feasible. */
    thresholds: { type: 'object', additionalProperties: false, properties: { classes: percent, pairs: percent } },
    /** What a `diff` fails on; `breaking` where it is not given. */
    failOn: { enum: ['breaking', 'warning', 'none'] },
    /** What the rules of a `diff` weigh here, by their id: `breaking`, `warning`, `compatible`, or `off`. */
    levels: { type: 'object', additionalProperties: { enum: ['breaking', 'warning', 'compatible', 'off'] } },
    /** Known changes to leave out, as for `diff --ignore`. */
    ignore: text,
    seed: count,
    /** The Pact broker. */
    broker: {
      type: 'object',
      additionalProperties: false,
      properties: {
        /** Where it is; `$NAME` is taken from the environment. PACT_BROKER_BASE_URL where it is not given. */
        url: text,
        /** A file of certificates, as PEM, that are trusted beside those that Node knows. */
        ca: text,
        /** What the gate takes to it, in CI only: `results` of verifications, and `pacts` where everything passed. */
        publish: { type: 'array', items: { enum: ['pacts', 'results'] } },
      },
    },
    /** Asks a broker whether this version may be deployed; needs `PACT_BROKER_BASE_URL`. */
    canIDeploy: {
      type: 'object',
      additionalProperties: false,
      required: ['pacticipant', 'environment'],
      properties: { pacticipant: text, environment: text },
    },
  },
} as const;

/** An entry of `contracts` that is more than a reference. */
export type ContractConfig = Static<typeof CONTRACT>;
/** A parser of an entry. */
export type ParserConfig = Static<typeof PARSER>;
/** The service of an entry. */
export type ProviderConfig = Static<typeof PROVIDER>;

/**
 * The type of the values of a schema of this file. `FromSchema` of json-schema-to-ts gives the same, but drops what is
 * said of each member, which an editor shows.
 */
export type Static<S> = S extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : S extends { readonly anyOf: readonly (infer Branch)[] }
    ? StaticOfEach<Branch>
    : S extends { readonly type: keyof Scalars }
      ? Scalars[S['type']]
      : S extends { readonly type: 'array'; readonly items: infer Item }
        ? readonly Static<Item>[]
        : S extends { readonly properties: infer Members }
          ? StaticMembers<Members, S extends { readonly required: readonly (infer Name)[] } ? Name : never>
          : S extends { readonly additionalProperties: infer Member }
            ? Readonly<Record<string, Static<Member>>>
            : never;

interface Scalars {
  readonly string: string;
  readonly integer: number;
  readonly number: number;
  readonly boolean: boolean;
}

type StaticOfEach<Branch> = Branch extends unknown ? Static<Branch> : never;

type StaticMembers<Members, Required> = {
  readonly [Name in keyof Members as Name extends Required ? Name : never]: Static<Members[Name]>;
} & {
  readonly [Name in keyof Members as Name extends Required ? never : Name]?: Static<Members[Name]>;
};
