/** A user as this service keeps it. Nothing here is shared with the product: it is somebody else's service. */
export type User = Record<string, unknown>;

/** What a request is about, for whoever plants a fault. */
export interface Call {
  readonly before: User;
  readonly request: User;
  readonly operation: 'updateMyUser' | 'updateAccountUser';
}

/** An answer before it is sent. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Places of the service at which a fault, or another style, changes what it does. */
export interface Hooks {
  /** Of a correct service: `401` without a valid token, and so on. */
  readonly authenticates?: (header: string | undefined) => boolean;
  /** Which member of a request is not valid. */
  readonly invalidMember?: (request: User, otherwise: (request: User) => string | undefined) => string | undefined;
  /** What is stored of a request, also of one that was refused. */
  readonly apply?: (call: Call, otherwise: (call: Call) => User) => User;
  readonly applyRefused?: (call: Call) => User;
  /** What the answer shows of the stored user. */
  readonly show?: (shown: User, call: Call) => unknown;
  /** What is sent. */
  readonly reply?: (reply: Reply, call: Call | undefined) => Reply;
  /** What an error answer says. */
  readonly error?: (error: User, status: number) => User;
  /** Headers of every answer. */
  readonly headers?: Record<string, string>;
  /** How a body is sent. */
  readonly encoding?: 'gzip' | 'br' | 'deflate';
  readonly chunked?: boolean;
  readonly closes?: boolean;
}
