import { isJsonObject, type JsonValue, stringifyJson, type WireNames } from 'pactcheck';
import type { UserUpdateReq } from '../contract';
import { parseError, parseSnakeCaseUser, parseUser, type ServiceError, type User } from './parser';
import { UnreadableResponse } from './unreadable-response';
import { wireName } from './wire-name';

/** The service said no, as agreed. */
export class ServiceRefused extends Error {
  override readonly name = 'ServiceRefused';

  constructor(
    readonly status: number,
    readonly error: ServiceError,
  ) {
    super(`${status} ${error.type}: ${error.message}`);
  }
}

export interface ClientOptions {
  readonly baseUrl: string;
  readonly token: string;
  readonly wireNames?: WireNames;
}

/** What an update may change; members that are not given stay as they are. */
export type UserUpdate = UserUpdateReq;

/** UTF-8 or nothing: a replacement character would pass for what the service sent. A byte order mark is not skipped. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function textOf(response: Response): Promise<string> {
  try {
    return decoder.decode(await response.arrayBuffer());
  } catch {
    throw new UnreadableResponse('', 'a text in UTF-8');
  }
}

/** The client of both operations that update a user. */
export class UserClient {
  readonly #options: Required<ClientOptions>;

  constructor(options: ClientOptions) {
    this.#options = { wireNames: 'documented', ...options };
  }

  /**
   * Updates the user whose token it is.
   * @throws ServiceRefused where the service says no; UnreadableResponse where its answer is not as agreed.
   */
  updateMyUser(update: UserUpdate): Promise<User> {
    return this.#put('/v3/users/me', update);
  }

  /**
   * Updates a user of an account.
   * @throws ServiceRefused where the service says no; UnreadableResponse where its answer is not as agreed.
   */
  updateAccountUser(accountId: string, userId: string, update: UserUpdate): Promise<User> {
    return this.#put(`/v3/accounts/${encodeURIComponent(accountId)}/users/${encodeURIComponent(userId)}`, update);
  }

  async #put(path: string, update: UserUpdate): Promise<User> {
    const { baseUrl, token, wireNames } = this.#options;
    const response = await fetch(baseUrl + path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: stringifyJson(onWire(update as JsonValue, wireNames)),
    });
    const body = await textOf(response);
    if (response.status !== 200) throw new ServiceRefused(response.status, parseError(body, wireNames));
    return wireNames === 'snake_case' ? parseSnakeCaseUser(body) : parseUser(body);
  }
}

/** The members under the names of the wire; what is within them, user properties, is data and stays. */
const onWire = (update: JsonValue, wireNames: WireNames): JsonValue =>
  isJsonObject(update)
    ? Object.fromEntries(Object.entries(update).map(([name, value]) => [wireName(name, wireNames), value]))
    : update;
