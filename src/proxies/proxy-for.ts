import { BlockList, isIP } from 'node:net';
import { Failure } from '../result';

/** Variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy, and the variable that names it. */
export interface HttpProxy {
  readonly url: URL;
  readonly variable: string;
}

/**
 * The variables that curl reads, in its order. It takes `http_proxy` in lower case alone: a web server hands the header
 * `Proxy` of anybody to a CGI program as HTTP_PROXY.
 */
const VARIABLES: Readonly<Record<string, readonly string[]>> = {
  'http:': ['http_proxy', 'all_proxy', 'ALL_PROXY'],
  'https:': ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'],
};

const bare = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** Whether an address lies in a network such as `10.0.0.0/8`. */
function isWithin(host: string, network: string): boolean {
  const [address = '', bits] = network.split('/');
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family) return false;
  const type = family === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  const prefix = bits === undefined ? (family === 6 ? 128 : 32) : Number(bits);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > (family === 6 ? 128 : 32)) return false;
  list.addSubnet(address, prefix, type);
  return list.check(host, type);
}

/** Whether NO_PROXY names a host: itself, a domain that it is in, a network, or `*`. A name may begin with a dot. */
function isExempt(host: string, noProxy: string): boolean {
  const names = noProxy.split(/[\s,]+/).filter((name) => name !== '');
  return names.some((name) => {
    const plain = bare(name.replace(/^\./, ''));
    if (name === '*') return true;
    if (isIP(host) !== 0) return isWithin(host, plain);
    return host === plain || host.endsWith(`.${plain}`);
  });
}

function parsed(value: string, variable: string): HttpProxy {
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (URL.canParse(written) && /^https?:$/.test(new URL(written).protocol)) return { url: new URL(written), variable };
  const next = 'Give it as http://HOST:PORT, or name the service in NO_PROXY.';
  throw new Failure('usage', `${variable} names no HTTP proxy`, next);
}

/**
 * The proxy by which curl would reach a URL; `undefined` where it would go there directly.
 * @throws Failure (usage) where a variable names what is no HTTP proxy.
 */
export function proxyFor(url: URL, environment: Environment): HttpProxy | undefined {
  const noProxy = environment['no_proxy'] ?? environment['NO_PROXY'] ?? '';
  if (isExempt(bare(url.hostname), noProxy)) return undefined;
  const variable = VARIABLES[url.protocol]?.find((name) => environment[name] !== undefined);
  const value = variable === undefined ? undefined : environment[variable];
  return variable === undefined || value === undefined || value === '' ? undefined : parsed(value, variable);
}
