import { describe, expect, it } from '@jest/globals';
import { kindNames, tokens } from './tokens.js';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const protanopia: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const deuteranopia: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const linearToCone: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const coneToOklab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a ?? 0, b ?? 0, c ?? 0];
};

function linear(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** Oklab of a colour as it is seen with the given vision. */
function seen(hex: string, vision: Matrix): Triple {
  const [l, m, s] = times(linearToCone, times(vision, linear(hex)));
  return times(coneToOklab, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
}

describe.each([
  ['protanopia', protanopia],
  ['deuteranopia', deuteranopia],
])('with %s', (_name, vision) => {
  it.each([
    ['light sources', tokens.light.sources],
    ['dark sources', tokens.dark.sources],
    ['light kinds', kindNames.map((kind) => tokens.light.kinds[kind])],
    ['dark kinds', kindNames.map((kind) => tokens.dark.kinds[kind])],
  ])('the %s stay apart', (_set, colours) => {
    const places = colours.map((colour) => seen(colour, vision));
    const distances = places.flatMap((one, index) =>
      places.slice(index + 1).map((other) => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])),
    );
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(0.08);
  });
});
