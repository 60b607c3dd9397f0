import { it } from 'vitest'
import { keepsItsPromises } from './manySeeds.ts'

it('keeps the nine promises over the odd seeds', () => keepsItsPromises('odd'), 600_000)
