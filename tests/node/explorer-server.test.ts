import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExplorerServer, openExplorerServer } from '../../src/node/explorer-server.ts';

const FILES: [path: string, content: string, type: string][] = [
  ['index.html', '<!doctype html><title>page</title>', 'text/html; charset=utf-8'],
  ['main.js', 'export {};', 'text/javascript; charset=utf-8'],
  ['chunks/deep/part-a1.js', 'export const β = 1;', 'text/javascript; charset=utf-8'],
  ['page.css', 'body {}', 'text/css; charset=utf-8'],
  ['shipped.json', '{}', 'application/json; charset=utf-8'],
  ['icon.svg', '<svg/>', 'image/svg+xml; charset=utf-8'],
  ['letters.ttf', 'TTF', 'font/ttf'],
  ['columns.wasm', 'WASM', 'application/wasm'],
  ['licences.txt', 'MIT', 'text/plain; charset=utf-8'],
  ['unknown', 'bytes', 'application/octet-stream'],
  ['50%.js', 'half', 'text/javascript; charset=utf-8'],
];
const files = new Map(FILES.map(([path, content]) => [path, content]));

const portOf = ({ url }: ExplorerServer): number => Number(new URL(url).port);

/** All that comes back for the very bytes of a request. */
const say = (port: number, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8').on('data', (data) => {
      answer += data;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });

describe('the server of the explorer', () => {
  let server: ExplorerServer;
  /** The answer to a request line, by default with the host that a browser sends. */
  const ask = (line: string, host: string | undefined = `127.0.0.1:${portOf(server)}`): Promise<string> =>
    say(portOf(server), `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  beforeAll(async () => {
    server = await openExplorerServer({ files, port: 0 });
  });
  afterAll(() => server.close());

  it.each(FILES)('serves %s as what it is', async (path, content, type) => {
    const response = await fetch(`${server.url}${encodeURIComponent(path).replaceAll('%2F', '/')}?v=1`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(content);
  });

  it('serves the page at its root', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(server.url)).text()).toBe(FILES[0][1]);
  });

  it.each([
    '/../secret.txt',
    '/../../../../../../../../etc/passwd',
    '/chunks/../../secret.txt',
    '/chunks/../main.js',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/index.html%00.js',
    '/%00',
    '//secret.txt',
    '//etc/passwd',
    '//main.js',
    '/./main.js',
    '/main.js/',
    '/chunks',
    '/chunks/',
    '/main%2ejs',
    '/MAIN.JS',
    '/__proto__',
    '/constructor',
    '/%',
    '/%E0%A4%A',
    '/index.html;x',
    'http://127.0.0.1/main.js',
    'file:///etc/passwd',
    '../secret.txt',
    '*',
  ])('GET %s finds nothing', async (url) => {
    const answer = await ask(`GET ${url}`);
    // Some are no request at all to Node
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/root:|export/);
  });

  it.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    'localhost:1',
    '127.0.0.1.evil.example:PORT',
    '[::1]:PORT',
    '',
  ])('a foreign Host (%j) is refused: a name elsewhere that was made to lead here', async (host) => {
    const answer = await ask('GET /', host.replace('PORT', String(portOf(server))));
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
    expect(answer).not.toContain('doctype');
  });

  it('no Host is refused, in the old version of the protocol too', async () => {
    const port = portOf(server);
    expect(await say(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await say(port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
  });

  it('localhost is this machine, however it is written', async () => {
    for (const name of ['localhost', 'LocalHost'])
      expect(await ask('GET /', `${name}:${portOf(server)}`)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused', async (method) => {
    const response = await ask(`${method} /index.html`);
    expect(response).toMatch(/^HTTP\/1\.1 405 /);
    expect(response).toMatch(/^Allow: GET, HEAD\r$/m);
  });

  it('HEAD tells what GET would bring, without it', async () => {
    const answer = await ask('HEAD /chunks/deep/part-a1.js');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    // β takes two bytes
    expect(answer).toMatch(/^Content-Length: 20\r$/m);
    expect(answer).toMatch(/\r\n\r\n$/);
    expect(await ask('HEAD /none')).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\n\r\n$/);
  });

  it.each([['GET /'], ['GET /main.js'], ['GET /none'], ['POST /']])(
    '%s: nothing from elsewhere runs, nothing leaves, nobody frames or reads it',
    async (line) => {
      const head = (await ask(line)).split('\r\n\r\n')[0].split('\r\n');
      const policy = head.find((header) => header.startsWith('Content-Security-Policy: '))!;
      expect(policy.slice(25).split('; ').sort()).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        'img-src data: blob:',
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "worker-src 'self'",
      ]);
      expect(head).toEqual(
        expect.arrayContaining([
          'X-Content-Type-Options: nosniff',
          'Referrer-Policy: no-referrer',
          'Cross-Origin-Opener-Policy: same-origin',
          'Cross-Origin-Resource-Policy: same-origin',
          'Cache-Control: no-cache',
        ]),
      );
      expect(head.filter((header) => /^access-control-/i.test(header))).toEqual([]);
    },
  );

  it('goes on after what is no request', async () => {
    expect(await say(portOf(server), 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(server.url)).status).toBe(200);
  });
});

describe('what is not meant well', () => {
  let server: ExplorerServer;
  beforeAll(async () => {
    server = await openExplorerServer({ files, port: 0 });
  });
  afterAll(() => server.close());

  it('headers and addresses too long are refused, and nothing of them is kept', async () => {
    const host = `Host: 127.0.0.1:${portOf(server)}`;
    const long = 'x'.repeat(20_000);
    for (const request of [`GET / HTTP/1.1\r\n${host}\r\nX: ${long}`, `GET /${long} HTTP/1.1\r\n${host}`])
      expect(await say(portOf(server), `${request}\r\nConnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 431 /,
      );
    const many = Array.from({ length: 5000 }, (_, i) => `X-${i}: 1`).join('\r\n');
    expect(await say(portOf(server), `GET / HTTP/1.1\r\n${host}\r\n${many}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  it('who says a request slowly keeps nobody else waiting', async () => {
    const slow = Array.from({ length: 50 }, () => connect(portOf(server), '127.0.0.1'));
    for (const socket of slow) socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nX');
    expect((await fetch(server.url)).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it('a header twice, a body, and any bytes at all are answered or refused, and the server goes on', async () => {
    const host = `Host: 127.0.0.1:${portOf(server)}`;
    const twice = `GET / HTTP/1.1\r\n${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
    expect(await say(portOf(server), twice)).toMatch(/^HTTP\/1\.1 (200|400|421) /);
    for (const request of [
      `POST / HTTP/1.1\r\n${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `GET /\0 HTTP/1.1\r\n${host}\r\n\r\n`,
      'GET /../../etc/passwd HTTP/9.9\r\n\r\n',
      '\0'.repeat(100),
      `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n\r\n`,
    ]) {
      const answer = await say(portOf(server), request);
      expect(answer).not.toMatch(/^HTTP\/1\.1 200 |root:/);
    }
    expect((await fetch(server.url)).status).toBe(200);
  });

  it('listens to this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) {
      const socket = connect(portOf(server), address);
      await expect(
        new Promise((resolve, reject) => socket.on('connect', resolve).on('error', reject)),
      ).rejects.toThrow('ECONNREFUSED');
    }
  });
});

describe('opening and closing', () => {
  it('without a page the root finds nothing', async () => {
    const server = await openExplorerServer({ files: new Map([['main.js', '']]), port: 0 });
    expect((await fetch(server.url)).status).toBe(404);
    await server.close();
  });

  it('a port that is taken is the system’s error; once closed it is free, with no connection left', async () => {
    const first = await openExplorerServer({ files, port: 0 });
    const port = portOf(first);
    await expect(openExplorerServer({ files, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    // It never ends its request
    const idle = connect(port, '127.0.0.1', () => idle.write('GET / HTTP/1.1\r\n'));
    const isClosed = new Promise((resolve) => idle.on('close', resolve).on('error', () => undefined));
    await new Promise((resolve) => idle.once('connect', resolve));
    await first.close();
    await isClosed;
    const second = await openExplorerServer({ files, port });
    expect(portOf(second)).toBe(port);
    await second.close();
  });
});
