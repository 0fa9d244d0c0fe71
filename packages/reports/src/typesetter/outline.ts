type OutlineItem = PDFKit.PDFDocument['outline'];

/** The bookmarks, nested by heading level. */
export class Outline {
  private readonly open: { level: number; item: OutlineItem }[] = [];

  constructor(private readonly doc: PDFKit.PDFDocument) {}

  /** Adds a bookmark to the current page. */
  add(title: string, level: number): void {
    while ((this.open.at(-1)?.level ?? 0) >= level) this.open.pop();
    const parent = this.open.at(-1)?.item ?? this.doc.outline;
    this.open.push({ level, item: parent.addItem(title, { expanded: true }) });
  }
}
