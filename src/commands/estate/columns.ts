/** The columns of the CSV file: the names they may have, and what they mean on which line. */
import type { EntryKind } from './fault.ts'

export interface Column {
  readonly name: string
  /** The first one is shown. */
  readonly chinese: readonly string[]
  readonly field: Partial<Readonly<Record<EntryKind, string>>>
}

const place = (field: string) => ({ room: field, resident: field })

export const columns: readonly Column[] = [
  { name: 'type', chinese: ['类型', '类別', '行类型'], field: {} },
  {
    name: 'name',
    chinese: ['姓名', '名称', '姓名或名称'],
    field: { estate: 'name', resident: 'name', staff: 'name', catalogue: 'name', vendor: 'name' },
  },
  {
    name: 'phone',
    chinese: ['电话', '手机', '手机号', '电话号码', '联系电话', '電話'],
    field: { estate: 'phone', resident: 'phone', staff: 'phone', vendor: 'phone' },
  },
  { name: 'building', chinese: ['楼栋', '栋', '楼号', '楼幢', '樓棟'], field: place('building') },
  { name: 'unit', chinese: ['单元', '單元'], field: place('unit') },
  { name: 'room', chinese: ['房号', '房间', '房间号', '室号', '房號'], field: place('room') },
  { name: 'role', chinese: ['身份', '住户身份'], field: { resident: 'role', staff: 'roles' } },
  { name: 'roles', chinese: ['职务', '岗位', '职位', '職務'], field: { staff: 'roles' } },
  { name: 'skills', chinese: ['技能', '工种'], field: { staff: 'skills' } },
  {
    name: 'code',
    chinese: ['绑定码', '綁定碼'],
    field: { resident: 'code', staff: 'code', catalogue: 'code' },
  },
  { name: 'warranty_until', chinese: ['保修到期', '保修期至', '保修截止'], field: { room: 'warrantyUntil' } },
  { name: 'item', chinese: ['编号', '项目编号'], field: { catalogue: 'code' } },
  { name: 'category', chinese: ['类别', '维修类别'], field: { catalogue: 'category', vendor: 'category' } },
  { name: 'standard', chinese: ['收费标准'], field: { catalogue: 'standard' } },
  { name: 'fee', chinese: ['上门费', '费用'], field: { catalogue: 'fee' } },
  { name: 'profile', chinese: ['方案', '规程'], field: { estate: 'profile' } },
  { name: 'zone', chinese: ['时区'], field: { estate: 'zone' } },
]

export const requiredFields: Readonly<Record<EntryKind, readonly string[]>> = {
  estate: ['name'],
  room: ['building', 'room'],
  resident: ['name', 'role', 'building', 'room'],
  staff: ['name', 'roles'],
  catalogue: ['code', 'name', 'category', 'standard'],
  vendor: ['name', 'phone', 'category'],
}

const kindWords: Readonly<Record<string, EntryKind>> = {
  estate: 'estate',
  小区: 'estate',
  小區: 'estate',
  项目: 'estate',
  room: 'room',
  房间: 'room',
  房間: 'room',
  房屋: 'room',
  resident: 'resident',
  住户: 'resident',
  住戶: 'resident',
  居民: 'resident',
  staff: 'staff',
  员工: 'staff',
  員工: 'staff',
  工作人员: 'staff',
  catalogue: 'catalogue',
  catalog: 'catalogue',
  收费项目: 'catalogue',
  收费: 'catalogue',
  vendor: 'vendor',
  厂商: 'vendor',
  廠商: 'vendor',
  服务商: 'vendor',
}
export const kindList = '小区 estate、房间 room、住户 resident、员工 staff、收费项目 catalogue、厂商 vendor'

export function kindCalled(said: string): EntryKind | undefined {
  return Object.hasOwn(kindWords, plain(said)) ? kindWords[plain(said)] : undefined
}

/** `上门费（元）` and `Warranty Until` are found too. */
export function columnCalled(said: string): Column | undefined {
  const name = plain(said.replace(/[(（].*[)）]/, ''))
  return columns.find((column) => plain(column.name) === name || column.chinese.includes(name))
}

export function columnName({ name, chinese }: Column): string {
  return `${chinese[0] ?? ''} ${name}`
}

/** `身份 role`, for a field of a line of this kind. */
export function fieldName(kind: EntryKind, field: string): string {
  const named = columns.filter((column) => column.field[kind] === field)
  const column = named.find((each) => each.name === field) ?? named[0] ?? columnCalled(field)
  return column === undefined ? field : columnName(column)
}

function plain(said: string): string {
  return said
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}
