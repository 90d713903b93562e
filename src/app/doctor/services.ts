import { accessTo, type BrokerAccess, Hal, setIn } from '../../broker';
import { waitUntilReachable } from '../../provider';
import { proxyFor } from '../../proxies';
import { type Config, entriesOf } from '../config';
import { failureOf } from '../failure-of';
import { namedBroker } from '../gate/broker-source';
import { expanded } from '../gate/expanded';
import { httpAccess } from '../verify/http-access';
import { baseUrlOf } from '../verify/service-url';
import { type Diagnosis, fine, notUsed, type Patient, warning, wrong } from './check';
import { readConfig } from './project';

/** The services that a configuration names, each with the contracts that it is held to. */
function servicesIn(config: Config): Map<string, string[]> {
  const services = new Map<string, string[]>();
  for (const { contract, provider } of entriesOf(config))
    if (provider !== undefined) services.set(provider.baseUrl, [...(services.get(provider.baseUrl) ?? []), contract]);
  return services;
}

const START = 'Start the service, or correct its URL in the configuration.';

async function reached(url: string, of: string, patient: Patient): Promise<Diagnosis> {
  const { env, cwd, signal } = patient;
  try {
    const target = baseUrlOf(url);
    await waitUntilReachable(target, 0, { ...httpAccess({ signal }, env, cwd), signal });
    const proxy = proxyFor(target, env);
    return fine(`${target.origin} answers${proxy === undefined ? '' : ` by the proxy of ${proxy.variable}`} (${of})`);
  } catch (error) {
    const { message, next } = failureOf(error);
    return wrong(`${message} (${of})`, next?.startsWith('Start it') === true ? START : (next ?? START));
  }
}

/** Whether the services that the gate verifies answer, each asked once, as `verify` reaches it. */
export async function provider(patient: Patient): Promise<Diagnosis[]> {
  const config = await readConfig(patient);
  const services = [...(config === undefined ? [] : servicesIn(config))];
  if (config === undefined || services.length === 0) return [notUsed('no configuration names one')];
  const diagnoses: Diagnosis[] = [];
  for (const [url, contracts] of services) {
    const known = expanded(url, patient.env);
    const of = contracts.join(', ');
    if (known === undefined) diagnoses.push(notUsed(`${url} is not set: the gate leaves out verify ${of}`));
    else diagnoses.push(await reached(known, of, patient));
  }
  return diagnoses;
}

function callerOf({ token, username }: BrokerAccess): string {
  if (token !== undefined) return 'a token';
  return username === undefined ? 'nobody' : `the user ${username}`;
}

/** Whether the broker answers, and whom. */
export async function broker(patient: Patient): Promise<Diagnosis[]> {
  const { env } = patient;
  const config = (await readConfig(patient)) ?? { contracts: [] };
  const named = namedBroker(config, env);
  if (named === undefined) return [notUsed(`${config.broker?.url ?? 'PACT_BROKER_BASE_URL'} is not set`)];
  const access = accessTo(named.asked, env);
  await new Hal(access).index();
  const answered = fine(`${access.url} answers ${callerOf(access)}`);
  const isBoth = setIn(env, 'PACT_BROKER_TOKEN') !== undefined && setIn(env, 'PACT_BROKER_USERNAME') !== undefined;
  if (!isBoth) return [answered];
  const next = 'Unset the one that is not meant.';
  return [answered, warning('PACT_BROKER_TOKEN and PACT_BROKER_USERNAME are both set: the token counts', next)];
}

const PROXIES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

const isLoopback = ({ hostname }: URL): boolean => /^(?:localhost|127\.|\[::1\])/.test(hostname);

/** Whether a proxy of the environment stands between here and a service of this machine. */
export async function proxies(patient: Patient): Promise<Diagnosis[]> {
  const { env } = patient;
  const set = PROXIES.filter((name) => setIn(env, name) !== undefined);
  if (set.length === 0) return [notUsed('the environment names none')];
  const config = (await readConfig(patient)) ?? { contracts: [] };
  const urls = [...servicesIn(config).keys()].flatMap((url) => expanded(url, env) ?? []);
  const own = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url));
  const caught = own.find((url) => isLoopback(url) && proxyFor(url, env) !== undefined);
  if (caught !== undefined)
    return [
      wrong(
        `${proxyFor(caught, env)?.variable} leads to ${caught.origin}, which is this machine`,
        `Add ${caught.hostname} to NO_PROXY.`,
      ),
    ];
  if (set.every((name) => name === 'HTTP_PROXY'))
    return [warning('HTTP_PROXY is set, which counts in lower case alone, as for curl', 'Set http_proxy, too.')];
  return [
    fine(
      `${set.join(', ')} count, as for curl; NO_PROXY is ${setIn(env, 'NO_PROXY') ?? setIn(env, 'no_proxy') ?? 'not set'}`,
    ),
  ];
}
