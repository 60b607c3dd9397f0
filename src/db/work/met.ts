/** What one part of a work has seen and another can spare a question for. */
export interface Met {
  /** Starts reading who can be given an order. */
  readonly expectDispatch: () => void
  /** An order went to somebody, from somebody, or to its end. */
  readonly loadsChanged: () => void
  readonly nameOf: (staffId: number) => Promise<string | null>
  /** Conversations where no photo waits for its record. */
  readonly noPhotos: Set<number>
}
