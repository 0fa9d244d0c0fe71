function channel(hex: string, at: number): number {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of a six-digit hex colour, 0 to 1 (WCAG 2.2). */
export function luminance(hex: string): number {
  return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
}

/** Contrast ratio of two six-digit hex colours, 1 to 21 (WCAG 2.2). */
export function contrastRatio(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever reads better on the given fill; one of them always reaches 4.5:1. */
export function inkOn(fill: string): string {
  return contrastRatio(fill, '#ffffff') >= contrastRatio(fill, '#000000') ? '#ffffff' : '#000000';
}

const mixed = (one: string, other: string, share: number): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const [from, to] = [one, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
      return Math.round(from + (to - from) * share).toString(16).padStart(2, '0');
    })
    .join('')}`;

/** The colour itself, or as little as needed mixed with ink, so that words in it reach 4.5:1 on the ground. */
export function readableOn(ground: string, colour: string, ink: string): string {
  for (let share = 0; share < 1; share += 0.1) {
    const candidate = mixed(colour, ink, share);
    if (contrastRatio(candidate, ground) >= 4.5) return candidate;
  }
  return ink;
}
