import { send } from '../../../src/broker/request';
import { json, scripted } from '../../support/scripted-service';

describe('a broker that redirects', () => {
  const told = async (target: (elsewhere: string) => string) => {
    const heard: (string | undefined)[] = [];
    const elsewhere = await scripted((request, _body, response) => {
      heard.push(request.headers.authorization);
      json(response, {});
    });
    const broker = await scripted((request, _body, response) => {
      heard.push(request.headers.authorization);
      if (request.url === '/moved') return json(response, {});
      response.writeHead(307, { location: target(elsewhere.url) });
      return response.end();
    });
    const headers = { authorization: 'Bearer secret' };
    const call = {
      method: 'GET',
      headers,
      body: undefined,
      certificates: undefined,
      timeoutMs: 5000,
      proxies: {},
    } as const;
    const { status } = await send({ ...call, url: new URL(broker.url) });
    await Promise.all([broker.close(), elsewhere.close()]);
    return { status, heard };
  };

  it('is followed with credentials on its own host', async () => {
    expect(await told(() => '/moved')).toEqual({ status: 200, heard: ['Bearer secret', 'Bearer secret'] });
  });

  it('is followed without credentials to another host or port', async () => {
    expect(await told((elsewhere) => elsewhere)).toEqual({ status: 200, heard: ['Bearer secret', undefined] });
  });
});

describe('a broker behind a proxy', () => {
  const heardBy = async (noProxy: string) => {
    const heard: (string | undefined)[] = [];
    const service = await scripted((request, _body, response) => {
      heard.push(request.url, request.headers['proxy-authorization']);
      json(response, {});
    });
    const { host } = new URL(service.url);
    const proxies = { http_proxy: `http://user:pass@${host}`, no_proxy: noProxy };
    const call = { method: 'GET', headers: {}, body: undefined, certificates: undefined, timeoutMs: 5000 } as const;
    const url = new URL(noProxy === '' ? 'http://broker.invalid/pacts?a=1' : `${service.url}/pacts?a=1`);
    await send({ ...call, proxies, url });
    await service.close();
    return heard;
  };

  it('is asked through the proxy that the environment names', async () => {
    expect(await heardBy('')).toEqual(['http://broker.invalid/pacts?a=1', 'Basic dXNlcjpwYXNz']);
  });

  it('is asked directly where NO_PROXY names it', async () => {
    expect(await heardBy('127.0.0.1')).toEqual(['/pacts?a=1', undefined]);
  });
});
