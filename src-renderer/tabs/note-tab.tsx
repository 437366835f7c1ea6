import { ExampleNote, Notes } from '../examples/NoteCard'
import type { DocumentFile } from '../file/document-file'
import type { InspectorTab } from '../frame/Inspector'
import { exampleOf, type Lab } from '../lab/lab'

/** The id of the tab with the example's note, where there is no column for it. */
export const noteTabId = 'note'

/** What the example shows, and the person's own notes. */
export const noteTab = (lab: Lab, file: DocumentFile): InspectorTab => {
  const { frame, lab: texts } = lab.words()
  const label = exampleOf(lab.experiment()) ? frame.tabs.note : texts.note.notes
  return {
    id: noteTabId,
    label,
    content: () => (
      <div class="scroller notes-of-tab">
        <ExampleNote file={file} />
        <Notes />
      </div>
    )
  }
}
