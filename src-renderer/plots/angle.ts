/** The cosine of an angle in degrees; of quarter turns exactly. */
const cosine = (degrees: number) => (Math.abs(degrees) % 180 === 90 ? 0 : Math.cos((degrees * Math.PI) / 180))

/** The vector of length 1 in a direction in degrees, counted from the horizontal axis towards the vertical one. */
export const unitVector = (degrees: number): readonly [number, number] => [cosine(degrees), cosine(degrees - 90)]

/** The direction of a vector in degrees, from 0 to below 360, to a hundredth. */
export function degreesOf(x: number, y: number): number {
  const degrees = Math.round((Math.atan2(y, x) * 18_000) / Math.PI) / 100
  // Not by a remainder, which would undo the rounding; and 0 has no sign.
  return degrees < 0 ? degrees + 360 : degrees + 0
}

/** A direction a hand has turned to, in whole degrees from 0 to 359. */
export const wholeDegrees = (degrees: number): number => ((Math.round(degrees) % 360) + 360) % 360
