/** Copies within the press of a button where the page has no clipboard of its own, as over plain http in an office network. */
function copyByCommand(text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  if (!done) throw new Error('The browser refused to copy');
}

/** Puts a text that is still on its way into the clipboard. Rejects when it does not arrive or the browser forbids it. */
export async function copyText(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || !window.isSecureContext) {
    copyByCommand(await text);
    return;
  }
  // The promise goes in whole: some browsers allow the clipboard only within the press itself.
  const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
