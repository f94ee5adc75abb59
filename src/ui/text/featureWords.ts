import { useText } from './useText.ts';

/**
 * The words of a feature that a page loads when somebody comes to it: the hook that gives them in the reader's language. They stand in
 * `text/<language>/<feature>.ts`, and only the feature imports them, so that the first page need not carry them.
 */
export function featureWords<Words>(byLanguage: { readonly en: Words }): () => Words {
  return () => {
    const { language } = useText();
    return language in byLanguage ? byLanguage[language as keyof typeof byLanguage] : byLanguage.en;
  };
}
