/** The values of the model's enums. */
export const STATUS = ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE'] as const;
export const OBJECT = [
  'user',
  'api-key',
  'group',
  'account',
  'account-template',
  'trusted-cert',
  'list',
  'error',
  'policy',
  'identity-provider',
] as const;
