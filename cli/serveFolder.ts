import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A running server of static files: where it is, and how to end it. */
export type FolderServer = {
  /** Address of the folder's root, such as `http://127.0.0.1:4117/`. */
  readonly url: string;
  /** Stops listening and drops open connections. */
  readonly close: () => Promise<void>;
};

/**
 * Everything comes from our own origin. Without `upgrade-insecure-requests`, which would break the app on plain http
 * under any name but localhost, and without 'unsafe-inline': React and Recharts set styles through the CSSOM.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Vite puts a hash of the content into the name of all that it writes here. */
const HASHED = /^\/assets\//;

/**
 * Serves the files of a folder on loopback; port 0 takes any free one. Rejects with the system's error (EADDRINUSE,
 * EACCES) when it cannot listen.
 */
export function serveFolder(folder: string, port: number): Promise<FolderServer> {
  const files = sirv(folder, {
    // Looks at the disk on each request: a rebuild under a running server shows at once and breaks nothing.
    dev: true,
    etag: true,
    setHeaders: (response, pathname) => {
      response.setHeader('Cache-Control', HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = createServer((request, response) => answer(files, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function answer(files: ReturnType<typeof sirv>, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'This server only hands out files.');
    return;
  }
  // A part of a file is never needed here, and sirv throws on a range that ends before it starts.
  delete request.headers.range;
  files(request, response, () => refuse(response, 404, 'There is nothing at this address.'));
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}
