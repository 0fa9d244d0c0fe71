import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PAGE, sheetOf, tinos, type Way } from './typesetting-sheet.ts';

// The template stays and the report comes as data, as a server would do it. Lines are broken one after the other, as in the
// other ways; Typst's own default weighs whole paragraphs and takes longer.
const TEMPLATE = `
#let sheet = json("/sheet.json")
#set document(title: sheet.title)
#set page(paper: "a4", margin: (top: ${PAGE.top}mm, bottom: ${PAGE.bottom}mm, left: ${PAGE.left}mm, right: ${PAGE.right}mm), header-ascent: 4mm,
  header: context if counter(page).get().first() > 1 { align(center, counter(page).display("1")) })
#set text(font: "Tinos", size: ${PAGE.text}pt, lang: "vi", hyphenate: false, top-edge: 0.891em, bottom-edge: -0.216em)
#set par(justify: true, linebreaks: "simple", leading: 2.5pt, spacing: 8.5pt, first-line-indent: (amount: 12.7mm, all: true))
#set table(stroke: 0.5pt, inset: (x: 4pt, y: 3.3pt))
#show heading: it => block(above: 12.5pt, below: 8.5pt, text(size: ${PAGE.text}pt, it.body))
#let sides(pair) = grid(columns: (1fr, 1fr), ..pair.map(lines => align(center, text(size: 12pt, lines.join(linebreak())))))
#sides(sheet.head)
#v(20pt)
#align(center, strong(sheet.titleLines.join(linebreak())))
#for part in sheet.parts {
  if part.kind == "heading" { heading(part.text) }
  if part.kind == "paragraph" { par(part.text) }
  if part.kind == "chart" {
    block(above: 8pt, breakable: false, image(bytes(part.svg), format: "svg", width: 100%, alt: part.caption) + align(center, emph(part.caption)))
  }
  if part.kind == "table" {
    set text(size: ${PAGE.table}pt)
    set par(justify: false, leading: 1.6pt, first-line-indent: 0pt)
    table(
      columns: part.columns.map(one => if one.width == "auto" { auto } else { one.width * 1fr }),
      align: part.columns.map(one => (left: left, center: center, right: right).at(one.align) + horizon),
      table.header(..part.columns.map(one => align(center, strong(one.title)))),
      ..part.rows.flatten(),
    )
  }
}
#v(14pt)
#block(breakable: false, sides(sheet.foot))
`;

/** Typst, compiled to a native library inside this process. */
export function typst(): Promise<Way> {
  const compiler = NodeCompiler.create({ workspace: tinos.folder, fontArgs: [{ fontPaths: [tinos.folder] }] });
  return Promise.resolve({
    render: (model) => {
      compiler.mapShadow(`${tinos.folder}/sheet.json`, Buffer.from(JSON.stringify(sheetOf(model))));
      const bytes = compiler.pdf({ mainFileContent: TEMPLATE });
      // The age its documentation suggests for a program that does not watch files.
      compiler.evictCache(10);
      return Promise.resolve(bytes);
    },
  });
}
