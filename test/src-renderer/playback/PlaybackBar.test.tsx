import { withSteps } from '@shared/experiment/edit'
import { describe, expect, it } from 'vitest'
import { PlaybackBar } from '../../../src-renderer/playback/PlaybackBar'
import { button, choose, experimentNamed, inLaboratory, named, slider } from '../laboratory'

const bar = (experiment = experimentNamed('descent-2d')) =>
  inLaboratory((scene) => <PlaybackBar playback={scene.playback} />, experiment)

describe('the playback bar', () => {
  it('steps back and forward, to the start and to the end', () => {
    const { lab } = bar()
    button('One step forward').click()
    button('One step forward').click()
    expect(lab.step()).toBe(2)
    button('One step back').click()
    expect(lab.step()).toBe(1)
    button('To the end').click()
    expect(lab.step()).toBe(15)
    button('To the start').click()
    expect(lab.step()).toBe(0)
  })

  it('goes no farther than there are steps', () => {
    bar()
    expect([button('To the start'), button('One step back')].every(({ disabled }) => disabled)).toBe(true)
    button('To the end').click()
    expect([button('To the end'), button('One step forward')].every(({ disabled }) => disabled)).toBe(true)
  })

  it('shows where it is, also to a screen reader', () => {
    const { lab } = bar()
    slider('Selected step').value = '7'
    slider('Selected step').dispatchEvent(new Event('input', { bubbles: true }))
    expect(lab.step()).toBe(7)
    expect(document.querySelector('.step')?.textContent).toBe('Step 7 / 15')
    expect(slider('Selected step').getAttribute('aria-valuetext')).toBe('Step 7 / 15')
    lab.prefer({ language: 'ja' })
    expect(document.querySelector('.step')?.textContent).toBe('ステップ 7 / 15')
  })

  it('plays, and pauses when a step is taken by hand', () => {
    const { scene } = bar()
    button('Play').click()
    expect(scene.playback.playing()).toBe(true)
    button('One step forward').click()
    expect(scene.playback.playing()).toBe(false)
    button('Play').click()
    button('Pause').click()
    expect(scene.playback.playing()).toBe(false)
  })

  it('has speeds', () => {
    const { scene } = bar()
    choose(named<HTMLSelectElement>('select', 'Speed'), '4')
    expect(scene.playback.speed()).toBe(4)
  })

  it('is at rest where there is no step', () => {
    bar(withSteps(experimentNamed('descent-2d'), 0))
    expect(button('Play').disabled).toBe(true)
    expect(document.querySelector('.step')?.textContent).toBe('Step 0 / 0')
  })
})
