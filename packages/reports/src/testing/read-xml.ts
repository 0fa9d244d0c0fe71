export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const TOKEN = /<\?[^>]*\?>|<\/(?<closed>[\w:.-]+)>|<(?<opened>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<empty>\/?)>|(?<text>[^<]+)/uy;
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/gu;
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:(\w+);|#x([\da-f]+);|#(\d+);)?/giu, (entity, name?: string, hex?: string, decimal?: string) => {
    const known = name === undefined ? undefined : ENTITIES[name];
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (known === undefined && Number.isNaN(code)) throw new Error(`Not an entity: ${entity}`);
    return known ?? String.fromCodePoint(code);
  });
}

/** Reads a part of an Office file; throws where it is not well formed. */
export function readXml(source: string): XmlElement {
  if (NOT_XML.test(source)) throw new Error('A character that XML does not know');
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    const parent = open.at(-1);
    if (groups === undefined || parent === undefined) throw new Error(`Not XML: ${source.slice(at, at + 60)}`);
    const { closed, opened, attributes, empty, text } = groups;
    if (text !== undefined) parent.children.push(unescaped(text));
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes something else`);
    if (opened === undefined) continue;
    const pairs = [...(attributes ?? '').matchAll(ATTRIBUTE)].map(([, name = '', value = '']): [string, string] => [name, unescaped(value)]);
    if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`An attribute twice in <${opened}>`);
    const element: XmlElement = { name: opened, attributes: Object.fromEntries(pairs), children: [] };
    parent.children.push(element);
    if (empty !== '/') open.push(element);
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  const [only] = elements;
  if (open.length !== 1 || only === undefined || elements.length > 1) throw new Error('Not one element');
  return only;
}

/** The elements directly inside, all or those of a name. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string').filter((child) => name === undefined || child.name === name);
}

/** The element at the end of a path of names. */
export function childAt(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((inside, name) => childrenOf(inside, name)[0], element);
}

/** Every element of a name, however deep, in order. */
export function elementsIn(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...elementsIn(child, name)]);
}

export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
