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
    const call = { method: 'GET', headers, body: undefined, certificates: undefined, timeoutMs: 5000 } as const;
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
