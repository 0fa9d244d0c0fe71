import PDFDocument from 'pdfkit';

/** What pdfkit has but its type declarations do not tell. */
interface DocumentInternals {
  /** Length of the file so far. */
  _offset: number;
  page: { write(content: Uint8Array): void } | null;
}

function escapeXml(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/&/gu, '&amp;').replace(/</gu, '&lt;') : value;
}

/**
 * A document whose file is built in memory. pdfkit turns every operator and every line of an object into bytes and a chunk of
 * their own; here they are gathered as text, and become bytes a page at a time.
 */
export class ReportDocument extends PDFDocument {
  // The base class writes while it is constructed, before a field could be set.
  private declare parts: Uint8Array[] | undefined;
  private declare pending: string | undefined;
  private declare content: string | undefined;

  private get internals(): DocumentInternals {
    return this as unknown as DocumentInternals;
  }

  /** Appends to the file; text is one byte a character. */
  _write(data: string | Uint8Array): void {
    if (typeof data === 'string') {
      this.pending = `${this.pending ?? ''}${data}\n`;
      this.internals._offset += data.length + 1;
    } else {
      this.gather();
      this.parts?.push(data);
      this.internals._offset += data.length;
    }
  }

  private gather(): void {
    this.parts ??= [];
    if (this.pending !== undefined) this.parts.push(Buffer.from(this.pending, 'latin1'));
    this.pending = undefined;
  }

  /** Appends an operator to the current page. */
  override addContent(data: string): this {
    this.content = `${this.content ?? ''}${data}\n`;
    return this;
  }

  override flushPages(): void {
    if (this.content !== undefined) this.internals.page?.write(Buffer.from(this.content, 'latin1'));
    this.content = undefined;
    super.flushPages();
  }

  /** pdfkit writes the title and its like into the XML metadata as they are. */
  override endMetadata(): void {
    const info = this.info;
    this.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, escapeXml(value)]));
    super.endMetadata();
    this.info = info;
  }

  /** Ends the document and gives its file. */
  finish(): Buffer {
    this.end();
    this.gather();
    return Buffer.concat(this.parts ?? []);
  }
}
