import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

/** A server of the explorer's files on this machine. */
export interface ExplorerServer {
  /** Address of the page. */
  readonly url: string;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** What is served, and where. */
export interface ExplorerServerOptions {
  /** Texts by their paths; `index.html` is the page. */
  readonly files: ReadonlyMap<string, string>;
  /** Port to listen at, from 0 to 65535; 0 takes one that is free. */
  readonly port: number;
}

const LOOPBACK = '127.0.0.1';

/** A request that takes longer to be said is given up, in milliseconds: a page asks in no time. */
const HEADERS_WITHIN = 10_000;
/** A browser opens six. */
const MOST_CONNECTIONS = 100;

/**
 * Serves texts to programs of this machine alone: no file is read, so that nothing else can be asked for.
 *
 * @throws the system's own error if the port cannot be had
 */
export async function openExplorerServer({ files, port }: ExplorerServerOptions): Promise<ExplorerServer> {
  const served = servedFiles(files);
  const server = createServer({ headersTimeout: HEADERS_WITHIN, requestTimeout: HEADERS_WITHIN });
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  server.on('request', (request, response) => send(response, answerTo(request, served, taken)));
  return { url: `http://${LOOPBACK}:${taken}/`, close: () => close(server) };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** A file as it goes out. */
interface ServedFile {
  readonly type: string;
  readonly content: Buffer;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The files by the path that a request names: whatever else it says, it finds none. */
function servedFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, ServedFile> {
  const served = new Map<string, ServedFile>();
  for (const [name, text] of files) {
    const path = name.split('/').map(encodeURIComponent).join('/');
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    served.set(`/${path}`, { type, content: Buffer.from(text) });
  }
  const page = served.get('/index.html');
  return page ? served.set('/', page) : served;
}

/** What a browser of this machine calls the server. A page elsewhere whose name was made to lead here says its own name. */
function namesOfHost(port: number): readonly string[] {
  const names = [LOOPBACK, 'localhost'];
  // Browsers leave the usual port out
  return port === 80 ? names : names.map((name) => `${name}:${port}`);
}

/** Nothing from elsewhere runs in the page, nothing leaves it, and no other page can frame or read it. */
const HEADERS: Record<string, string> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Another version may be served at the same port next
  'Cache-Control': 'no-cache',
};

/** What a request is answered with. */
interface Answer extends ServedFile {
  readonly status: number;
  readonly headers?: Record<string, string>;
}

function answerTo(request: IncomingMessage, files: ReadonlyMap<string, ServedFile>, port: number): Answer {
  const { method = '', url = '', headers } = request;
  if (!namesOfHost(port).includes(headers.host?.toLowerCase() ?? ''))
    return refusal(421, 'This server answers to 127.0.0.1 and localhost only.');
  // What comes with the request is not read, so the connection cannot go on
  if (method !== 'GET' && method !== 'HEAD')
    return refusal(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD', Connection: 'close' });
  const file = files.get(url.split('?', 1)[0]);
  return file ? { status: 200, ...file } : refusal(404, 'There is no such file.');
}

const refusal = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  type: TYPES['.txt'],
  content: Buffer.from(`${message}\n`),
  headers,
});

function send(response: ServerResponse, { status, type, content, headers }: Answer): void {
  const described = { 'Content-Type': type, 'Content-Length': content.length };
  // Node leaves the content of an answer to HEAD out
  response.writeHead(status, { ...HEADERS, ...described, ...headers }).end(content);
}
