import { estates } from '../schema/index.ts'
import type { Db } from '../open.ts'

export async function hasEstate(db: Db): Promise<boolean> {
  const found = await db.read((orm) => orm.select({ id: estates.id }).from(estates).limit(1))
  return found.length > 0
}
