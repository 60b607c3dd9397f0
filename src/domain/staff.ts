/** The estate's staff roles (rulebook 0.4): one canonical code per role, seed synonyms merged. */
export const staffRoles = [
  'duty',
  'control_room',
  'shift_head',
  'front_desk',
  'cs',
  'cs_assistant',
  'cs_supervisor',
  'cs_manager',
  'eng_supervisor',
  'dispatcher',
  'technician',
  'cleaning_lead',
  'security',
  'security_supervisor',
  'fire_officer',
  'finance',
  'dept_head',
  'director',
  'asst_manager',
  'property_manager',
  'public_affairs',
  'complaint_centre',
  'quality_dept',
  'regional_dept',
  'vp',
  'gm',
  'developer',
  'leasing',
] as const
export type StaffRole = (typeof staffRoles)[number]

export const roleNames: Readonly<Record<StaffRole, string>> = {
  duty: '值班员',
  control_room: '中控室',
  shift_head: '当班负责人',
  front_desk: '客服前台',
  cs: '客服',
  cs_assistant: '客服助理',
  cs_supervisor: '客服主管',
  cs_manager: '客服经理',
  eng_supervisor: '工程主管',
  dispatcher: '派单员',
  technician: '维修师傅',
  cleaning_lead: '保洁领班',
  security: '安防',
  security_supervisor: '安防主管',
  fire_officer: '消防专管员',
  finance: '财务',
  dept_head: '部门负责人',
  director: '管理处主任',
  asst_manager: '经理助理',
  property_manager: '物业经理',
  public_affairs: '公共事务部',
  complaint_centre: '投诉处理中心',
  quality_dept: '品质管理部',
  regional_dept: '区域管理部',
  vp: '分管副总',
  gm: '总经理',
  developer: '开发商',
  leasing: '招商部',
}

export const residentRoles = ['owner', 'tenant', 'occupant', 'family', 'business_occupier', 'agent'] as const
export type ResidentRole = (typeof residentRoles)[number]

export interface StaffMember {
  readonly id: number
  readonly name: string
  readonly roles: readonly StaffRole[]
}

/** Who did something: written into every event, so every change has an actor. */
export type Actor =
  | { readonly kind: 'resident'; readonly id: number | null; readonly name: string }
  | {
      readonly kind: 'staff'
      readonly id: number
      readonly name: string
      readonly roles: readonly StaffRole[]
    }
  /** The house itself: the bot, a deadline, an import. */
  | { readonly kind: 'house'; readonly name: 'bot' | 'clock' | 'import' }

export function hasRole(actor: Actor, ...roles: readonly StaffRole[]): boolean {
  return actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role))
}
