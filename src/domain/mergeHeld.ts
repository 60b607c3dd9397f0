import type { Outgoing } from './outgoing.ts'

/** Several held messages as one; buttons of several records are told apart by their number. */
export function mergeHeld(bodies: readonly Outgoing[]): Outgoing {
  const asking = bodies.filter((body) => body.choices !== undefined)
  const choices = asking.flatMap((body) => {
    const number = asking.length > 1 ? (/[A-Z]{2}-\d+/.exec(body.text)?.[0] ?? '') : ''
    return (body.choices ?? []).map((choice) => ({ ...choice, label: `${number} ${choice.label}`.trim() }))
  })
  const photos = bodies.flatMap((body) => body.photos ?? [])
  return {
    text: bodies.map((body) => body.text).join('\n\n'),
    ...(choices.length > 0 ? { choices } : {}),
    ...(photos.length > 0 ? { photos } : {}),
    ...(bodies.every((body) => body.silent === true) ? { silent: true } : {}),
  }
}
