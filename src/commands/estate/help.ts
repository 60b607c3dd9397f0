import { categoryList, residentRoleList, staffRoleList } from '../../desk/estate/names.ts'
import { profileIds } from '../../domain/policy.ts'

export const estateImportHelp = `Imports one estate with its rooms, residents, staff, price list and vendors.
All or nothing: every line that cannot be used is named with what is allowed, and then nothing is written.
The same file may be imported again after a change: nobody and nothing is doubled, used codes stay used.
New binding codes are printed once on stdout as CSV (who,role,code); keep them: they are not stored.

FILE is CSV (UTF-8; in Excel 另存为 → "CSV UTF-8") or JSON (examples/estate.csv, examples/estate.json).

The CSV has one header line; English or Chinese names, in any order, only the columns you need:

  type 类型             小区 estate | 房间 room | 住户 resident | 员工 staff | 收费项目 catalogue | 厂商 vendor
  name 姓名             of the estate, resident, staff member, price item or vendor
  phone 电话            13800138000, 0755-12345678; vendors also 400-800-1234
  building 楼栋, unit 单元, room 房号    of rooms and residents: 3, 2, 501 (or 3栋, 2单元, 501室); no unit: leave empty
  role 身份             of residents: ${residentRoleList}
  roles 职务            of staff, several with 、: ${staffRoleList}
  skills 技能           of staff, several with 、, empty = everything: the categories below
  code 绑定码           8 letters and digits; empty = one is made
  warranty_until 保修到期  of rooms: 2027-12-31
  item 编号, category 类别, standard 收费标准, fee 上门费（元）   of price items; category also of vendors
                        ${categoryList}
  profile 方案          of the estate: ${profileIds.join(', ')} (default strict)
  zone 时区             of the estate: default Asia/Shanghai

Exactly one estate line. Every resident's room needs a room line, here or in an earlier import.
Example:

  类型,姓名,电话,楼栋,单元,房号,身份,职务,技能,绑定码
  小区,阳光花园,0755-12345678,,,,,,,
  房间,,,3,2,501,,,,
  住户,王芳,13800138001,3,2,501,业主,,,
  员工,张师傅,13900139001,,,,,维修师傅,水管、电路,
`
