import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FolderServer, serveFolder } from '../../cli/serveFolder.ts';

let outside: string;
let folder: string;
let server: FolderServer;

beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'parley-serve-'));
  folder = join(outside, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  mkdirSync(join(outside, 'dist-next'));
  writeFileSync(join(outside, 'dist-next', 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<title>Parley</title>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  server = await serveFolder(folder, 0);
});

afterEach(async () => {
  await server.close();
  rmSync(outside, { recursive: true });
});

/** Asks with the path exactly as given; `fetch` would tidy it first. */
function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the server of the built app', () => {
  test('listens on loopback alone', () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
  });

  test('hands out the page at its root', async () => {
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toBe('<title>Parley</title>');
  });

  test.each(['', 'missing.js'])('sends its protections with %j, found or not', async (path) => {
    const { headers } = await fetch(server.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    // Would send every request to https, where nobody listens, as soon as the app has a name of its own.
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('lets a browser keep what carries a hash in its name, and nothing else', async () => {
    const asset = await fetch(`${server.url}assets/index-abc123.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await fetch(server.url)).headers.get('cache-control')).toBe('no-cache');
  });

  test('answers 404 with a sentence where there is nothing, and does not fall back to the page', async () => {
    const { status, body } = await ask('/no/such/page');
    expect(status).toBe(404);
    expect(body).toBe('There is nothing at this address.\n');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/../dist-next/secret.txt',
    '//../secret.txt',
    '/%00',
    '/%',
  ])('gives nothing from outside its folder for %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('only hands out files', async () => {
    const response = await fetch(server.url, { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test('outlives a range that ends before it starts', async () => {
    expect(await ask('/', { range: 'bytes=10-5' })).toEqual({ status: 200, body: '<title>Parley</title>' });
  });

  test('shows a rebuild at once', async () => {
    writeFileSync(join(folder, 'index.html'), '<title>Parley, built again</title>');
    expect((await ask('/')).body).toBe('<title>Parley, built again</title>');
  });

  test('rejects with EADDRINUSE when the port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveFolder(folder, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
