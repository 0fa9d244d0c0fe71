import type { Shape } from '../chart-shapes.js';

/** A shape as words that must be equal and lengths that must be about equal. */
export interface ReadShape {
  readonly words: string;
  readonly lengths: readonly number[];
}

export function readShape(shape: Shape): ReadShape {
  switch (shape.kind) {
    case 'line':
      return { words: ['line', shape.colour, shape.width, shape.dash ?? '', shape.roundEnds === true ? 'round' : ''].join(' '), lengths: shape.points.flat() };
    case 'rectangle': {
      const { outline } = shape;
      return { words: ['rectangle', shape.fill ?? 'none', ...(outline === undefined ? [] : [outline.colour, outline.width])].join(' '), lengths: [shape.x, shape.y, shape.width, shape.height] };
    }
    case 'dot':
      return { words: `dot ${shape.fill}`, lengths: [...shape.centre, shape.radius] };
    case 'text':
      return { words: ['text', shape.anchor, shape.size, shape.bold, shape.fill, shape.text].join(' '), lengths: [shape.x, shape.y] };
  }
}

const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function readPath(path: string, attributes: ReadonlyMap<string, string>): ReadShape[] {
  const numbers = (text: string): number[] => (text.match(/-?[\d.]+/gu) ?? []).map(Number);
  const fill = attributes.get('fill') ?? '';
  const stroke = attributes.get('stroke');
  const width = attributes.get('stroke-width') ?? '1';
  const matrix = /^matrix\((.*)\)$/u.exec(attributes.get('transform') ?? '')?.[1];
  if (matrix !== undefined) {
    const [radius = 0, , , , x = 0, y = 0] = numbers(matrix);
    return [{ words: `dot ${fill}`, lengths: [x, y, radius] }];
  }
  const box = /^M(\S+) (\S+)l(\S+) 0l0 (\S+)l\S+ 0Z$/u.exec(path);
  if (box !== null) {
    const outline = stroke === undefined || width === '0' ? [] : [stroke, width];
    const lengths = box.slice(1).map(Number);
    // What has neither width nor outline, or no colour, cannot be seen.
    return outline.length === 0 && (lengths[2] === 0 || fill === 'none') ? [] : [{ words: ['rectangle', fill, ...outline].join(' '), lengths }];
  }
  if (stroke === undefined) return [];
  const words = ['line', stroke, width, attributes.get('stroke-dasharray') ?? '', attributes.get('stroke-linecap') ?? ''].join(' ');
  const pieces = path.split('M').map(numbers).filter((piece) => piece.length > 2);
  return pieces.map((lengths) => ({ words, lengths }));
}

/** What can be seen of a drawing by ECharts, in its order. */
export function readSvg(svg: string): ReadShape[] {
  const drawn = svg.replace(/<style[\s\S]*?<\/style>/gu, '').replace(/<defs[\s\S]*<\/defs>/gu, '');
  return [...drawn.matchAll(/<(path|text)((?: [\w:-]+="[^"]*")*)\s*>([^<]*)</gu)].flatMap(([, kind, list = '', text = '']) => {
    const attributes = new Map([...list.matchAll(/ ([\w:-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value] as const));
    if (kind === 'path') return readPath(attributes.get('d') ?? '', attributes);
    const style = attributes.get('style') ?? '';
    const [, right = '0', down = '0'] = /translate\((\S+) (\S+)\)/u.exec(attributes.get('transform') ?? '') ?? [];
    const words = ['text', attributes.get('text-anchor'), /font-size:(\d+)px/u.exec(style)?.[1], style.includes('bold'), attributes.get('fill'), plain(text)];
    return [{ words: words.join(' '), lengths: [Number(attributes.get('x') ?? 0) + Number(right), Number(attributes.get('y') ?? 0) + Number(down)] }];
  });
}
