import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A measurement: what it is of, and the lines it prints, each with the machine-independent ratio it stands for. */
type Bench = { readonly name: string; readonly run: () => Promise<readonly string[]> };

const files = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
  .filter((file) => file.endsWith('.bench.ts'))
  .sort();

if (files.length === 0) console.log('There is nothing to measure yet: a bench is a file bench/NAME.bench.ts.');
for (const file of files) {
  const bench = (await import(`./${file}`)) as Bench;
  console.log(`== ${bench.name}`);
  for (const line of await bench.run()) console.log(line);
}
