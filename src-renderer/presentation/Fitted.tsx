import { type JSX, onCleanup, onMount } from 'solid-js'

/** Sizes of letters, as shares of the usual one: few, so that they do not change with every digit. */
const sizes = [1, 0.85, 0.7, 0.6, 0.5, 0.42, 0.36]

/** One line whose letters are as large as its room allows, whatever comes to stand in it. */
export function Fitted(props: { children: JSX.Element }) {
  let room!: HTMLDivElement
  let line!: HTMLSpanElement
  const adjust = () => {
    for (const size of sizes) {
      line.style.fontSize = `${size}em`
      if (line.offsetWidth <= room.clientWidth) return
    }
  }
  onMount(() => {
    // Not at once: the line is itself one of those observed.
    let frame = 0
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(adjust)
    })
    for (const element of [room, line]) observer.observe(element)
    onCleanup(() => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    })
  })
  return (
    <div ref={room} class="fitted">
      <span ref={line}>{props.children}</span>
    </div>
  )
}
