import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, milliseconds } from './support/figures.ts';
import { withBrowser } from './support/withBrowser.ts';

export const name = 'cold start: from the address to the first choice that can be clicked';

const ROUNDS = 5;
const CARD = 'The 30-day ceasefire';

/** A page that loads as many bytes of script as the app's first load, all of them a comment, and then shows one button. */
function writeBarePage(appFolder: string, folder: string): void {
  const page = readFileSync(join(appFolder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((found) => found[1] ?? '');
  const bytes = named.reduce((total, file) => total + readFileSync(join(appFolder, file)).length, 0);
  mkdirSync(join(folder, 'assets'));
  const show = `const button = document.createElement('button'); button.textContent = '${CARD}'; document.body.append(button);`;
  writeFileSync(join(folder, 'assets/bare.js'), `/*${'x'.repeat(bytes)}*/\n${show}`);
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Bare</title><body><script type="module" src="./assets/bare.js"></script>',
  );
}

export const run = (): Promise<readonly string[]> =>
  withBrowser(async ({ url, folder, open, serve, newFolder }) => {
    const bare = newFolder();
    writeBarePage(folder, bare);
    const bareUrl = await serve(bare);
    const start = async (address: string): Promise<number> => {
      const { page, context } = await open();
      const begun = performance.now();
      await page.goto(address, { waitUntil: 'commit' });
      await page.getByRole('button', { name: CARD }).click({ trial: true });
      const time = performance.now() - begun;
      await context.close();
      return time;
    };
    const times = { app: [] as number[], bare: [] as number[] };
    // The first of each warms the computer's caches, and is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [app, plain] = [await start(url), await start(bareUrl)];
      if (round === 0) continue;
      times.app.push(app);
      times.bare.push(plain);
    }
    const [app, plain] = [median(times.app), median(times.bare)];
    return [
      `median of ${ROUNDS}, a fresh profile each`,
      `ours ${milliseconds(app)}, a bare page of the same bytes ${milliseconds(plain)}, ratio ${(app / plain).toFixed(1)}`,
    ];
  });
