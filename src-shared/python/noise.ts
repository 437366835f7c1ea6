/**
 * The noise of runs in Python, with the same numbers: Philox-4×32-10 with the number of the gradient as its counter,
 * and Box–Muller for the normal distribution. Sources: see `core/optimise/noise.ts`.
 */
export const noiseLines = (comment: string): readonly string[] => [
  `# ${comment}`,
  'def philox(a, b, key):',
  '    c, d, other = 0, 0, 0',
  '    for _ in range(10):',
  '        first, second = 0xD2511F53 * a, 0xCD9E8D57 * c',
  '        a, b = (second >> 32) ^ b ^ key, second & 0xFFFFFFFF',
  '        c, d = (first >> 32) ^ d ^ other, first & 0xFFFFFFFF',
  '        key, other = (key + 0x9E3779B9) & 0xFFFFFFFF, (other + 0xBB67AE85) & 0xFFFFFFFF',
  '    return ((a << 20) + (b >> 12) + 0.5) / 2**52, ((c << 20) + (d >> 12) + 0.5) / 2**52',
  '',
  '',
  'def noise(count, size, sigma, seed):',
  '    pairs = [philox(count, i, seed) for i in range(0, size, 2)]',
  '    radii = [np.sqrt(-2 * np.log(u)) for u, _ in pairs]',
  '    angles = [2 * np.pi * v for _, v in pairs]',
  '    both = [sigma * r * turn(w) for r, w in zip(radii, angles) for turn in (np.cos, np.sin)]',
  '    return np.array(both[:size])'
]
