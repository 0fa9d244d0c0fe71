import type PDFDocument from 'pdfkit';
import { HOUSE_LAYOUT, millimetres } from '../layout-rules.js';
import { textWidth } from './fonts.js';
import type { Pen } from './pen.js';

export type Orientation = 'portrait' | 'landscape';

/** The text area of a page, in points from its top left corner. */
export interface Frame {
  orientation: Orientation;
  pageWidth: number;
  pageHeight: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const A4 = { width: millimetres(210), height: millimetres(297) };

export function frameOf(orientation: Orientation): Frame {
  const portrait = orientation === 'portrait';
  const pageWidth = portrait ? A4.width : A4.height;
  const pageHeight = portrait ? A4.height : A4.width;
  const { margins } = HOUSE_LAYOUT;
  return {
    orientation,
    pageWidth,
    pageHeight,
    left: margins.left,
    right: pageWidth - margins.right,
    top: margins.top,
    bottom: pageHeight - margins.bottom,
  };
}

/** A watermark from corner to corner: size in points, angle in degrees clockwise. */
export function watermarkOf(text: string, frame: Frame): { size: number; angle: number; colour: string } {
  return {
    size: Math.min(110, (0.72 * Math.hypot(frame.pageWidth, frame.pageHeight)) / textWidth(text, 'bold', 1)),
    angle: -(Math.atan2(frame.pageHeight, frame.pageWidth) * 180) / Math.PI,
    colour: '#e6e6e6',
  };
}

export interface PageMarks {
  marking: string | null;
  /** Large and pale behind the text; null prints nothing. */
  watermark: string | null;
}

/** Opens pages one after another and puts on each what belongs to the page and not to the text. */
export class Pages {
  private count = 0;

  constructor(
    private readonly doc: InstanceType<typeof PDFDocument>,
    private readonly pen: Pen,
    private readonly marks: PageMarks,
  ) {}

  open(frame: Frame): void {
    this.doc.addPage({ size: [frame.pageWidth, frame.pageHeight], margin: 0 });
    this.count += 1;
    const { watermark, marking } = this.marks;
    if (watermark !== null) this.pen.artifact('Pagination', () => this.drawWatermark(watermark, frame));
    if (this.count > 1) {
      const baseline = HOUSE_LAYOUT.margins.top - millimetres(6);
      const centre = (frame.left + frame.right) / 2;
      this.pen.artifact('Pagination', () => {
        this.pen.centred(String(this.count), 'regular', HOUSE_LAYOUT.sizes.pageNumber, centre, baseline);
      });
    }
    if (marking !== null) this.pen.artifact('Pagination', () => this.drawMarking(marking, frame));
  }

  private drawWatermark(text: string, frame: Frame): void {
    const { size, angle, colour } = watermarkOf(text, frame);
    const centre = { x: frame.pageWidth / 2, y: frame.pageHeight / 2 };
    this.doc.save().rotate(angle, { origin: [centre.x, centre.y] }).fillColor(colour);
    this.pen.centred(text, 'bold', size, centre.x, centre.y + size / 3);
    this.doc.restore();
    this.doc.fillColor('black');
  }

  private drawMarking(text: string, frame: Frame): void {
    const size = HOUSE_LAYOUT.sizes.marking;
    const width = textWidth(text, 'bold', size);
    const baseline = frame.pageHeight - HOUSE_LAYOUT.margins.bottom + millimetres(9);
    const left = (frame.left + frame.right - width) / 2;
    this.pen.centred(text, 'bold', size, (frame.left + frame.right) / 2, baseline);
    this.doc.lineWidth(HOUSE_LAYOUT.tableRuleWidth).rect(left - 6, baseline - size, width + 12, size + 5).stroke();
  }
}
