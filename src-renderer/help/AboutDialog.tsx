import { Dialog } from '@kobalte/core/dialog'
import { useLab } from '../lab/lab'

/** What the program is and what it runs on. */
export function AboutDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const lab = useLab()
  const words = () => lab.words().lab
  return (
    <Dialog open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Dialog.Portal>
        <Dialog.Overlay class="overlay" />
        <Dialog.Content class="dialog">
          <Dialog.Title>{words().about.heading}</Dialog.Title>
          <Dialog.Description class="about">
            <span>{words().about.version({ version: lab.surroundings.version })}</span>
            <span>{words().about.text}</span>
            <span class="soft">
              {words().about.runtime({
                electron: lab.surroundings.electron,
                chromium: lab.surroundings.chromium
              })}
            </span>
          </Dialog.Description>
          <div class="dialog-buttons">
            <Dialog.CloseButton class="primary" aria-label={words().close}>
              {words().close}
            </Dialog.CloseButton>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}
