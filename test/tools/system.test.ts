import { describe, expect, test } from 'vitest'
import { installCommand, missingIn, packagesWith } from '../../tools/setup/system.mjs'

describe('what the dynamic linker says', () => {
  test('is read for the libraries it does not find', () => {
    const linker = [
      '\tlinux-vdso.so.1 (0x00007ffd0a1f2000)',
      '\tlibffmpeg.so => /opt/runtime/libffmpeg.so (0x00007f0e)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
      '\t/lib64/ld-linux-x86-64.so.2 (0x00007f0e)'
    ].join('\n')
    expect(missingIn(linker)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  })
})

describe('the Debian packages', () => {
  // What Electron's executable asks for beyond the C library: `objdump -p electron | grep NEEDED`.
  const needed =
    'libglib-2.0.so.0 libgobject-2.0.so.0 libgio-2.0.so.0 libnss3.so libnssutil3.so libsmime3.so libnspr4.so libdbus-1.so.3 libatk-1.0.so.0 libatk-bridge-2.0.so.0 libcups.so.2 libdrm.so.2 libgtk-3.so.0 libpango-1.0.so.0 libcairo.so.2 libX11.so.6 libXcomposite.so.1 libXdamage.so.1 libXext.so.6 libXfixes.so.3 libXrandr.so.2 libgbm.so.1 libexpat.so.1 libxcb.so.1 libxkbcommon.so.0 libudev.so.1 libasound.so.2 libatspi.so.0'
  test.each(needed.split(' '))('bring %s', (library) => {
    expect(packagesWith(library).length).toBeGreaterThan(0)
  })

  test('name the one that holds a library, the newest release first', () => {
    expect(packagesWith('libgtk-3.so.0')).toEqual(['libgtk-3-0t64', 'libgtk-3-0'])
    expect(packagesWith('libasound.so.2')).toEqual(['libasound2t64', 'libasound2'])
    expect(packagesWith('libnssutil3.so')).toEqual(['libnss3'])
    expect(packagesWith('libunheard-of.so.1')).toEqual([])
  })

  test('are asked for in one command', () => {
    expect(installCommand(['libnss3', 'xvfb'])).toBe(
      'sudo apt-get update && sudo apt-get install --yes --no-install-recommends libnss3 xvfb'
    )
  })
})
