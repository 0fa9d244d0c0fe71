// The build for browsers of some years ago, as the rest of the dashboard serves them.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- Vite gives the address of the file as its default.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../lib/language.js';

GlobalWorkerOptions.workerSrc = workerUrl;

const ZOOM = 2;

/** The document in these bytes: null while it is opened, false when it cannot be. */
function usePdf(content: Blob): PDFDocumentProxy | null | false {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null | false>(null);
  useEffect(() => {
    let isWanted = true;
    // No WebAssembly: the security policy allows none, and reports hold no picture that wants it.
    const opening = content.arrayBuffer().then((data) => (isWanted ? getDocument({ data, useWasm: false, useWorkerFetch: false }) : null));
    opening.then((task) => task?.promise).then(
      (opened) => isWanted && opened !== undefined && setPdf(opened),
      () => isWanted && setPdf(false),
    );
    return () => {
      isWanted = false;
      void opening.then((task) => task?.destroy());
    };
  }, [content]);
  return pdf;
}

/** How wide an element is now, in CSS pixels; 0 before it stands. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}

/** One page, drawn aside and put in place whole, so that the one before stands until then. */
function Page({ pdf, no, width, onFailure }: { pdf: PDFDocumentProxy; no: number; width: number; onFailure: (pdf: PDFDocumentProxy) => void }) {
  const { messages } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (width === 0) return undefined;
    let isWanted = true;
    const draw = async () => {
      const page = await pdf.getPage(no);
      const scale = (width * devicePixelRatio) / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale });
      const aside = document.createElement('canvas');
      aside.width = Math.floor(viewport.width);
      aside.height = Math.floor(viewport.height);
      await page.render({ canvas: aside, viewport }).promise;
      const shown = canvas.current;
      if (!isWanted || shown === null) return;
      shown.width = aside.width;
      shown.height = aside.height;
      shown.getContext('2d')?.drawImage(aside, 0, 0);
      shown.dataset['drawn'] = String(no);
    };
    draw().catch(() => isWanted && onFailure(pdf));
    return () => {
      isWanted = false;
    };
  }, [pdf, no, width, onFailure]);
  return <canvas ref={canvas} role="img" aria-label={messages.reportReading.preview.picture(no, pdf.numPages)} />;
}

/** A PDF page by page. */
export function ReportPages({ content, isRefreshing }: { content: Blob; isRefreshing: boolean }) {
  const { messages } = useLanguage();
  const words = messages.reportReading.preview;
  const pdf = usePdf(content);
  const [frame, width] = useWidth();
  const [wanted, setWanted] = useState(1);
  const [isLarge, setLarge] = useState(false);
  // Of the document that was there when it failed: the one set again has its own chance.
  const [failed, setFailed] = useState<PDFDocumentProxy | null>(null);
  if (pdf === false || (pdf !== null && failed === pdf)) return <p role="alert">{words.broken}</p>;
  const count = pdf?.numPages ?? 1;
  const no = Math.min(wanted, count);
  return (
    <div className="preview-pages" aria-busy={isRefreshing || pdf === null}>
      <p className="preview-tools">
        <button type="button" className="tool-button" disabled={no <= 1} onClick={() => setWanted(no - 1)}>
          {words.previous}
        </button>
        <span role="status">{pdf === null ? words.loading : isRefreshing ? words.refreshing : words.page(no, count)}</span>
        <button type="button" className="tool-button" disabled={no >= count} onClick={() => setWanted(no + 1)}>
          {words.next}
        </button>
        <button type="button" className="tool-button" onClick={() => setLarge((before) => !before)}>
          {isLarge ? words.smaller : words.larger}
        </button>
      </p>
      {/* Scrolled by the keyboard too when the page is larger than its frame. */}
      <div ref={frame} className={isLarge ? 'preview-frame preview-large' : 'preview-frame'} role="group" aria-label={words.heading} tabIndex={0}>
        {pdf !== null && <Page pdf={pdf} no={no} width={isLarge ? width * ZOOM : width} onFailure={setFailed} />}
      </div>
    </div>
  );
}
