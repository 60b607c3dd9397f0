/** The words an office writes in its lists for roles and trades, and the codes they stand for. */
import type { RepairCategory } from '../../domain/matter.ts'
import { repairCategories } from '../../domain/matter.ts'
import type { ResidentRole, StaffRole } from '../../domain/staff.ts'
import { residentRoles, roleNames, staffRoles } from '../../domain/staff.ts'

/** The first word of each list is the one shown. */
type Words<Code extends string> = Readonly<Record<Code, readonly string[]>>

const residentWords: Words<ResidentRole> = {
  owner: ['业主', '業主', '产权人'],
  tenant: ['租户', '租戶', '租客', '承租户', '承租人'],
  occupant: ['住户', '住戶', '使用人', '同住人'],
  family: ['家属', '家屬', '家人', '家庭成员'],
  business_occupier: ['商户', '商戶', '业户', '公司'],
  agent: ['代理人', '受托人', '代办人'],
}

const moreStaffWords: Partial<Words<StaffRole>> = {
  duty: ['值班人员', '值班'],
  shift_head: ['值班经理', '当班最高管理人员'],
  front_desk: ['前台', '前台接待', '接待员', '前臺'],
  cs: ['客服专员', '客服管家', '管家', '物业管理员'],
  eng_supervisor: ['维修主管', '机电主管', '工程部主管'],
  dispatcher: ['调度', '工程派单员'],
  technician: ['師傅', '师傅', '維修師傅', '维修工', '维修人员', '维修员', '工程人员', '水电工'],
  cleaning_lead: ['保洁主管'],
  security: ['保安', '安保', '秩序维护员'],
  security_supervisor: ['保安队长', '安保主管', '保安主管'],
  finance: ['出纳', '会计', '收费员'],
  director: ['主任', '项目经理', '服务中心经理'],
  property_manager: ['物业部经理'],
  leasing: ['营销部'],
}
const wordsOfStaff = (role: StaffRole) => [roleNames[role], ...(moreStaffWords[role] ?? [])]

const categoryWords: Words<RepairCategory> = {
  plumbing: ['水管', '水暖', '给排水', '下水', '水路'],
  electrical: ['电路', '电气', '水电', '强电'],
  hvac: ['空调', '暖通', '暖气'],
  doors_windows: ['门窗', '门窗锁', '门锁'],
  elevator: ['电梯'],
  public_lighting: ['公共照明', '楼道灯', '路灯'],
  network: ['网络', '宽带'],
  gas: ['燃气', '煤气', '天然气'],
  structure_leak: ['渗漏', '防水', '墙面'],
  appliance: ['家电', '电器'],
  landscaping: ['绿化', '园林'],
  access_control: ['门禁', '对讲'],
  parking: ['停车', '停车设施', '道闸'],
  other: ['其他', '其它'],
}

export const residentRoleCalled = finder(residentRoles, (role) => residentWords[role])
export const staffRoleCalled = finder(staffRoles, wordsOfStaff)
export const categoryCalled = finder(repairCategories, (category) => categoryWords[category])

/** `业主 owner、租户 tenant …`: what may be written, for help and for faults. */
export const residentRoleList = listed(residentRoles, (role) => residentWords[role])
export const staffRoleList = listed(staffRoles, wordsOfStaff)
export const categoryList = listed(repairCategories, (category) => categoryWords[category])

function finder<Code extends string>(codes: readonly Code[], wordsOf: (code: Code) => readonly string[]) {
  const known = new Map<string, Code>(codes.map((code) => [code, code]))
  for (const code of codes) for (const word of wordsOf(code)) known.set(word, code)
  return (said: string): Code | undefined =>
    known.get(said.normalize('NFKC').trim().toLowerCase().replace(/[ -]+/g, '_'))
}

function listed<Code extends string>(
  codes: readonly Code[],
  wordsOf: (code: Code) => readonly string[],
): string {
  return codes.map((code) => `${wordsOf(code)[0] ?? ''} ${code}`).join('、')
}
