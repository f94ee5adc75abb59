/** Brings a part of the page into view and moves the focus there. The hash is the route, so no link can do it. */
export function goToPart(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}
