/** An estate as an office hands it over: what `estate import` reads and the demo estate is written in. */
import type { ResidentRole, StaffRole } from '../../domain/staff.ts'

export interface EstateFile {
  readonly estate: {
    readonly name: string
    readonly profile?: string
    readonly zone?: string
    readonly phone?: string
    readonly overrides?: Readonly<Record<string, unknown>>
  }
  readonly rooms: readonly RoomEntry[]
  readonly residents: readonly ResidentEntry[]
  readonly staff: readonly StaffEntry[]
  readonly catalogue: readonly CatalogueEntry[]
  readonly vendors: readonly VendorEntry[]
}
export interface RoomEntry {
  readonly building: string
  readonly unit?: string
  readonly room: string
  /** YYYY-MM-DD */
  readonly warrantyUntil?: string
}
export interface ResidentEntry {
  readonly name: string
  readonly phone?: string
  readonly role: ResidentRole
  readonly building: string
  readonly unit?: string
  readonly room: string
  /** A binding code chosen by the office; otherwise one is made. */
  readonly code?: string
}
export interface StaffEntry {
  readonly name: string
  readonly phone?: string
  readonly roles: readonly StaffRole[]
  readonly skills?: readonly string[]
  readonly code?: string
}
export interface CatalogueEntry {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly standard: string
  readonly feeFen?: number
}
export interface VendorEntry {
  readonly name: string
  readonly phone: string
  readonly category: string
}

/** The codes of one import: shown once, kept only as hashes. */
export interface IssuedCode {
  readonly who: string
  readonly role: string
  readonly code: string
  /** Where a resident lives, to tell two of the same name apart. */
  readonly room?: string
}

export interface Imported {
  readonly estateId: number
  /** How many the file names. */
  readonly rooms: number
  readonly residents: number
  readonly staff: number
  /** How many of them were not there before. */
  readonly added: { readonly rooms: number; readonly residents: number; readonly staff: number }
  /** Newly valid ones only: those handed out by an earlier import go on working. */
  readonly codes: readonly IssuedCode[]
}

/** What stands against an entry once the database is asked. */
export interface Conflict {
  readonly list: 'residents' | 'staff'
  readonly index: number
  /** `code_taken`: that binding code is somebody else's already. */
  readonly because: 'room_not_listed' | 'code_taken'
}

/** The file contradicts itself or the database: nothing was written. */
export class EstateRefused extends Error {
  override readonly name = 'EstateRefused'
  readonly conflicts: readonly Conflict[]
  constructor(conflicts: readonly Conflict[]) {
    super(conflicts.map(({ list, index, because }) => `${list}[${index}]: ${because}`).join('; '))
    this.conflicts = conflicts
  }
}
