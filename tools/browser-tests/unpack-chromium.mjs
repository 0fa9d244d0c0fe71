import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '..', '..', '.cache', `chromium-${process.getuid?.() ?? 'user'}`);

/** The package's own settings look for its fonts in folders of a cloud function; a browser that finds no font at all stops. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(cache, 'fonts')}</dir>
  <cachedir>${join(cache, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/**
 * Unpacks the Chromium that comes in an npm package, with the libraries and fonts it needs: a fresh machine has none of
 * them. The package unpacks into the folder for temporary files and adds libraries only where it believes to be in a
 * cloud function; both are arranged for the moment of unpacking, in a folder of our own that no other user shares.
 * @returns {Promise<{ program: string, libraries: string, fonts: string }>}
 */
export async function unpackChromium() {
  await mkdir(cache, { recursive: true });
  const { TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  Object.assign(process.env, { TMPDIR: cache, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    const program = await chromium.executablePath();
    const fonts = join(cache, 'fonts');
    await writeFile(join(fonts, 'fonts.conf'), fontSettings);
    return { program, libraries: join(cache, 'al2023', 'lib'), fonts };
  } finally {
    delete process.env.AWS_LAMBDA_JS_RUNTIME;
    for (const [name, value] of Object.entries({ TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
