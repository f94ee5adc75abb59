/** The key that does what a button does, for the eye alone: a screen reader hears the key list. */
export function KeyHint({ children }: { readonly children: string | number }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  );
}
