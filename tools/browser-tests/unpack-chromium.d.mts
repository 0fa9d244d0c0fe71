/** Where the browser program, its libraries and its fonts are. */
export function unpackChromium(): Promise<{ program: string; libraries: string; fonts: string }>;
