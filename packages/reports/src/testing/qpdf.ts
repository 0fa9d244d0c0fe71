import { jest } from '@jest/globals';
import createModule from '@neslinesli93/qpdf-wasm';

/** What is used of qpdf, of which the package declares less. */
interface Qpdf {
  callMain(args: string[]): number;
  FS: { writeFile(path: string, bytes: Uint8Array): void };
}

/** What `qpdf --check` says of a file: null when its structure is sound, else its complaints. */
export async function structuralFaults(bytes: Uint8Array): Promise<string | null> {
  const said: string[] = [];
  // The program speaks to the console that it finds when it is loaded.
  const spies = (['log', 'error'] as const).map((level) => jest.spyOn(console, level).mockImplementation((line: string) => void said.push(line)));
  try {
    const qpdf = await (createModule as unknown as () => Promise<Qpdf>)();
    qpdf.FS.writeFile('/report.pdf', bytes);
    return qpdf.callMain(['--check', '/report.pdf']) === 0 ? null : said.join('\n');
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
