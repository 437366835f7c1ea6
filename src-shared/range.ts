/** A range of the text as typed: UTF-16 offsets from 0, `to` exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}
