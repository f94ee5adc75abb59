import type { BrowserContext } from 'playwright-core';

/** Addresses that stay inside the page. */
const LOCAL_PROTOCOLS: readonly string[] = ['data:', 'blob:', 'about:'];

/**
 * The faults of all tabs of a profile, as a list that grows while it is open: console errors (a blocked or missing
 * file is one too), uncaught errors, and requests to another origin than the app's.
 */
export function watchFaults(context: BrowserContext, origin: string): readonly string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console error: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !LOCAL_PROTOCOLS.includes(url.protocol)) faults.push(`request to ${request.url()}`);
  });
  return faults;
}
