import { type Addressing, calledAt, pathsFor, serverOf } from '../../../src/observe/servers';

const paths = (url: string, servers: string[], over: Partial<Addressing> = {}): string[] => {
  const called = calledAt(url);
  if (called === undefined) throw new Error(`${url} cannot be read`);
  return pathsFor(called, { servers: servers.map(serverOf), isAsked: false, basePath: '', ...over });
};

describe('the paths of a request in a contract', () => {
  it('are those behind the server, at whole segments', () => {
    const servers = ['https://api.example.com/v1'];
    const of = { basePath: '/v1' };
    expect(paths('https://api.example.com/v1/a?b=1', servers, of)).toEqual(['/v1/a']);
    expect(paths('https://API.example.com:443/v1', servers, of)).toEqual(['/v1']);
    expect(paths('https://api.example.com/v10/a', servers, of)).toEqual(['/v10/a']);
  });

  it('are none for another host, but for a service on this machine', () => {
    const servers = ['https://api.example.com/v1'];
    expect(paths('https://cdn.example.com/v1/a', servers, { basePath: '/v1' })).toEqual([]);
    expect(paths('http://localhost:3000/v1/a', servers, { basePath: '/v1' })).toEqual(['/v1/a']);
    expect(paths('http://localhost:3000/v1/a', servers, { basePath: '/v1', isAsked: true })).toEqual([]);
  });

  it('are any where no server is known, or the record names none', () => {
    expect(paths('http://host/a', [])).toEqual(['/a']);
    expect(paths('/a', ['https://api.example.com'])).toEqual(['/a']);
  });

  it('move from the server that was asked for to the base path of the document', () => {
    const asked = { basePath: '/v1', isAsked: true };
    expect(paths('http://gateway/orders-api/a', ['http://gateway/orders-api'], asked)).toEqual([
      '/v1/a',
      '/orders-api/a',
    ]);
    expect(paths('http://gateway/v1/a', ['http://gateway'], asked)).toEqual(['/v1/v1/a', '/v1/a']);
  });
});
