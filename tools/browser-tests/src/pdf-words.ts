import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a PDF, page after page. */
export async function pdfWords(bytes: Uint8Array): Promise<string> {
  const { promise, destroy } = ((task) => ({ promise: task.promise, destroy: () => task.destroy() }))(getDocument({ data: new Uint8Array(bytes), verbosity: 0 }));
  const document = await promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => (await (await document.getPage(index + 1)).getTextContent()).items));
  await destroy();
  return pages.flat().map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' ').normalize('NFC');
}
