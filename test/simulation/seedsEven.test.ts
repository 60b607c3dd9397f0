import { it } from 'vitest'
import { keepsItsPromises } from './manySeeds.ts'

it('keeps the nine promises over the even seeds', () => keepsItsPromises('even'), 600_000)
