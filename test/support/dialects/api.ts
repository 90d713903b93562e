/** A type of an invented API, free of any language. */
export type ApiType =
  | { readonly kind: 'string' | 'integer' | 'long' | 'number' | 'boolean' | 'moment' | 'anything' }
  | { readonly kind: 'list' | 'map'; readonly of: ApiType }
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'enum'; readonly values: readonly string[] };

export interface ApiProperty {
  /** In camelCase; each dialect has its own way to write it. */
  readonly name: string;
  readonly type: ApiType;
  readonly required: boolean;
  readonly description: string;
}

export interface ApiModel {
  readonly name: string;
  readonly properties: readonly ApiProperty[];
}

export interface ApiOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly required: boolean; readonly type: ApiType }[];
  readonly body?: string;
  readonly returns?: ApiType;
  /** The name of its security scheme. */
  readonly scheme?: string;
  readonly statuses: readonly (readonly [status: string, description: string])[];
}

/** An API that no document was taken from: what the pages of every dialect are printed from. */
export interface Api {
  readonly name: string;
  readonly models: readonly ApiModel[];
  readonly operations: readonly ApiOperation[];
}

/** The model that a type leads to, through lists and maps. */
export const modelIn = (type: ApiType): string | undefined => {
  if (type.kind === 'model') return type.name;
  return type.kind === 'list' || type.kind === 'map' ? modelIn(type.of) : undefined;
};

/** The enum that a type leads to. */
export const enumIn = (type: ApiType): readonly string[] | undefined => {
  if (type.kind === 'enum') return type.values;
  return type.kind === 'list' || type.kind === 'map' ? enumIn(type.of) : undefined;
};

/** An API with something of everything. */
export const LEDGER: Api = {
  name: 'Ledger',
  models: [
    {
      name: 'Account',
      properties: [
        { name: 'accountId', type: { kind: 'string' }, required: true, description: 'Who it is.' },
        {
          name: 'state',
          type: { kind: 'enum', values: ['open', 'on-hold', 'closed'] },
          required: true,
          description: 'One of `open` | `on-hold` | `closed`.',
        },
        { name: 'balance', type: { kind: 'number' }, required: false, description: 'In euros & cents.' },
        { name: 'version', type: { kind: 'long' }, required: true, description: '' },
        { name: 'openedAt', type: { kind: 'moment' }, required: false, description: "The owner's first day." },
        { name: 'isShared', type: { kind: 'boolean' }, required: false, description: 'See [sharing](#sharing).' },
        {
          name: 'entries',
          type: { kind: 'list', of: { kind: 'model', name: 'LedgerEntry' } },
          required: false,
          description: 'The last ones <br> first.',
        },
        { name: 'owner', type: { kind: 'model', name: 'Owner' }, required: true, description: '' },
        {
          name: 'labels',
          type: { kind: 'map', of: { kind: 'map', of: { kind: 'string' } } },
          required: false,
          description: '"by" kind',
        },
      ],
    },
    {
      name: 'LedgerEntry',
      properties: [
        { name: 'entryNumber', type: { kind: 'integer' }, required: true, description: '' },
        { name: 'amount', type: { kind: 'number' }, required: true, description: 'x <= 5 | y >= 5' },
        { name: 'tags', type: { kind: 'list', of: { kind: 'string' } }, required: false, description: 'Tags.' },
        { name: 'extra', type: { kind: 'anything' }, required: false, description: '' },
      ],
    },
    {
      name: 'Owner',
      properties: [
        { name: 'fullName', type: { kind: 'string' }, required: false, description: 'Größe, naïve, 名前' },
        {
          name: 'accounts',
          type: { kind: 'map', of: { kind: 'model', name: 'Account' } },
          required: false,
          description: '',
        },
        {
          name: 'roles',
          type: { kind: 'list', of: { kind: 'enum', values: ['reader', 'writer'] } },
          required: false,
          description: '',
        },
      ],
    },
  ],
  operations: [
    {
      id: 'getAccount',
      method: 'GET',
      path: '/accounts/{accountId}',
      parameters: [
        { name: 'accountId', required: true, type: { kind: 'string' } },
        { name: 'withEntries', required: false, type: { kind: 'boolean' } },
      ],
      returns: { kind: 'model', name: 'Account' },
      scheme: 'bearerAuth',
      statuses: [
        ['200', 'The account.'],
        ['404', 'No such account.'],
      ],
    },
    {
      id: 'updateOwner',
      method: 'PUT',
      path: '/accounts/{accountId}/owner',
      parameters: [{ name: 'accountId', required: true, type: { kind: 'string' } }],
      body: 'Owner',
      returns: { kind: 'model', name: 'Owner' },
      scheme: 'apiKeyAuth',
      statuses: [['200', 'As it is now.']],
    },
    {
      id: 'listEntries',
      method: 'GET',
      path: '/entries',
      parameters: [],
      returns: { kind: 'list', of: { kind: 'model', name: 'LedgerEntry' } },
      statuses: [['200', 'All.']],
    },
    {
      id: 'closeAccount',
      method: 'DELETE',
      path: '/accounts/{accountId}',
      parameters: [{ name: 'accountId', required: true, type: { kind: 'string' } }],
      scheme: 'bearerAuth',
      statuses: [['204', 'Closed.']],
    },
  ],
};
