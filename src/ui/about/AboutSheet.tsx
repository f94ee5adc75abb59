import { Sheet } from '../parts/Sheet.tsx';
import { about } from '../text/en/about.ts';
import { featureWords } from '../text/featureWords.ts';
import styles from './AboutSheet.module.css';

const useWords = featureWords({ en: about });

/** What this tool is, how its scores are made, and where it stands. */
export function AboutSheet({ onClose }: { readonly onClose: () => void }) {
  const { title, sections } = useWords();
  return (
    <Sheet title={title} onClose={onClose}>
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading} className={styles.section}>
          <h3>{heading}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </Sheet>
  );
}
