import { useState } from 'react';
import { useParley } from '../app/parley.ts';
import { provenance } from '../app/provenance.ts';
import { download, textFile } from '../parts/download.ts';
import { useText } from '../text/useText.ts';
import type { Compared } from './compared.ts';
import { findingOf, lettersOf } from './Finding.tsx';
import { comparisonTable } from './tableRows.ts';
import { useWords } from './words.ts';

/** The whole table as a file, with its finding and where it comes from. */
export function CsvButton({ lines, pair, rows }: Compared) {
  const parley = useParley();
  const text = useText();
  const words = useWords();
  const [said, setSaid] = useState('');
  const save = async () => {
    const { toCsv } = await import('../../formats/csv.ts');
    const { scenario } = parley;
    const letters = lines.map(({ letter }) => letter);
    const remarks = [
      findingOf(scenario, words, lines, pair),
      ...lines.map(({ letter, name, reading }) => words.table.line(letter, name, reading.line)),
      ...provenance(parley, text),
    ];
    const table = comparisonTable(scenario, words, rows, letters, lettersOf(lines, pair));
    download('parley-comparison.csv', textFile(toCsv(table, remarks), 'text/csv'));
  };
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          setSaid('');
          save().catch(() => setSaid(text.takeAway.failed));
        }}
      >
        {words.table.csv}
      </button>
      <span role="status">{said}</span>
    </>
  );
}
