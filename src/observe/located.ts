import { type CalledOperation, type Contract, operationsAt, standInOf } from '../contract';
import { type Addressing, type Called, calledAt, pathsFor } from './servers';
import { type RecordedExchange, recordedHeader } from './traffic/recorded';

/** What an exchange is to a contract. */
export type Located =
  | ({ readonly kind: 'operation'; readonly called: Called } & CalledOperation)
  /** A path of the contract, for another method. */
  | { readonly kind: 'method'; readonly called: Called; readonly path: string }
  /** A path that the contract does not have, with `{}` where it seems to hold an id. */
  | { readonly kind: 'path'; readonly called: Called; readonly path: string }
  /** Why it is not judged. */
  | { readonly kind: 'passed over'; readonly reason: string };

const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** What browsers load to show a page. */
const PAGE = /^(?:text\/(?:html|css|javascript)|application\/(?:x-)?javascript|image\/|font\/|video\/|audio\/)/i;

const isPreflight = ({ request }: RecordedExchange): boolean =>
  request.method === 'OPTIONS' && recordedHeader(request, 'access-control-request-method') !== '';

/** A segment that stands for something: a number, or what is as long as an id and has digits. */
const FILLED = /^(?:\d+|(?=.*\d)[\w.~%:-]{8,})$/;

/** Finds the operation of each exchange by its method, server and path. */
export class Locator {
  /** The segments of the documented paths. */
  private readonly documented: readonly (readonly string[])[];

  constructor(
    private readonly contract: Contract,
    private readonly addressing: Addressing,
  ) {
    this.documented = contract.operations.map(({ path }) => path.split('/'));
  }

  locate(exchange: RecordedExchange): Located {
    const { request, response } = exchange;
    const called = calledAt(request.url);
    if (called === undefined) return { kind: 'passed over', reason: 'its URL cannot be read' };
    if (response.status === 101) return { kind: 'passed over', reason: 'it became a WebSocket or another protocol' };
    if (isPreflight(exchange)) return { kind: 'passed over', reason: 'a preflight of CORS' };
    const paths = pathsFor(called, this.addressing).map(decoded);
    if (paths.length === 0) return { kind: 'passed over', reason: `to another host: ${called.origin}` };
    return this.operationAt(paths, request.method, called) ?? this.otherwise(paths, called, exchange);
  }

  private operationAt(paths: readonly string[], method: string, called: Called): Located | undefined {
    // HEAD is GET without the body (RFC 9110, section 9.3.2): where the one is documented, so is the other.
    const methods = method === 'HEAD' ? ['HEAD', 'GET'] : [method];
    for (const path of paths) {
      const all = operationsAt(this.contract, path);
      const found = methods.flatMap((one) => all.find(({ operation }) => operation.method === one) ?? [])[0];
      if (found !== undefined) return { kind: 'operation', called, ...found };
    }
    const standIn = standInOf(this.contract);
    return standIn === undefined ? undefined : { kind: 'operation', called, operation: standIn, filled: {} };
  }

  private otherwise(paths: readonly string[], called: Called, exchange: RecordedExchange): Located {
    const [known] = paths.flatMap((path) => operationsAt(this.contract, path));
    if (known !== undefined) return { kind: 'method', called, path: known.operation.path };
    if (PAGE.test(recordedHeader(exchange.response, 'content-type')))
      return { kind: 'passed over', reason: 'a page or what it loads' };
    const path = this.patternOf(paths[0] ?? '/');
    if (!this.isAmong(path)) return { kind: 'passed over', reason: 'its path lies outside of the documented ones' };
    return { kind: 'path', called, path };
  }

  /** The segments with which all documented paths begin, without their places. */
  private isAmong(path: string): boolean {
    const [first = [], ...others] = this.documented;
    const end = first.findIndex(
      (segment, index) => segment.includes('{') || others.some((one) => one[index] !== segment),
    );
    const shared = first.slice(0, end < 0 ? Math.max(1, first.length - 1) : end);
    const segments = path.split('/');
    return shared.every((segment, index) => segments[index] === segment);
  }

  /** A path with its ids taken out, by the documented paths that begin alike, and by what looks like an id. */
  private patternOf(path: string): string {
    let alike = this.documented;
    return path
      .split('/')
      .map((segment, index) => {
        const place = alike.find((one) => one[index]?.includes('{'))?.[index];
        const isLiteral = alike.some((one) => one[index] === segment);
        const own = isLiteral ? segment : (place ?? (FILLED.test(segment) ? '{}' : segment));
        alike = alike.filter((one) => one[index] === own);
        return own;
      })
      .join('/');
  }
}
