import { describe, expect, it } from 'vitest'
import { readFile } from 'node:fs/promises'
import { checkFile } from '../../src/commands/estate/checkFile.ts'
import { readCsv } from '../../src/commands/estate/readCsv.ts'
import { readJson } from '../../src/commands/estate/readJson.ts'
import { jsonLines } from '../../src/commands/estate/jsonLines.ts'

const header = '类型,姓名,电话,楼栋,单元,房号,身份,职务,技能,绑定码,保修到期,编号,类别,收费标准,上门费'
const estate = '小区,花园,,,,,,,,,,,,,'
const room = '房间,,,1,1,101,,,,,,,,,'

function faultsOf(...rows: string[]): string[] {
  const { faults } = checkFile(readCsv([header, estate, room, ...rows].join('\n')))
  return faults.map(({ line, says }) => `${line}: ${says}`)
}
const fileOf = (text: string) => checkFile(readCsv(text))

describe('a line of the office file that cannot be used', () => {
  it.each([
    [
      'an unknown role',
      '住户,王芳,,1,1,101,房主,,,,,,,,',
      /^4: 身份 role：「房主」.*业主 owner、租户 tenant/,
    ],
    ['no role', '住户,王芳,,1,1,101,,,,,,,,,', /^4: 身份 role：不能为空/],
    [
      'an unknown staff role',
      '员工,张工,,,,,,魔法师,,,,,,,',
      /^4: 职务 roles：「魔法师」.*维修师傅 technician/,
    ],
    ['no staff role', '员工,张工,,,,,,,,,,,,,', /^4: 职务 roles：不能为空/],
    ['a bad phone', '住户,王芳,1380013,1,1,101,业主,,,,,,,,', /^4: 电话 phone：「1380013」.*13800138000/],
    ['a phone Excel made a number of', '住户,王芳,1.38E+10,1,1,101,业主,,,,,,,,', /^4: 电话.*Excel/],
    [
      'a bad date',
      '房间,,,1,1,102,,,,,2027-02-30,,,,',
      /^4: 保修到期 warranty_until：「2027-02-30」.*2027-12-31/,
    ],
    ['a room Excel made a date of', '房间,,,1,1,3月2日,,,,,,,,,', /^4: 房号 room：.*Excel/],
    ['no room number', '房间,,,1,1,,,,,,,,,,', /^4: 房号 room：不能为空/],
    ['a bad code', '住户,王芳,,1,1,101,业主,,,short,,,,,', /^4: 绑定码 code：「short」.*8 位/],
    ['an unknown skill', '员工,张工,,,,,,维修师傅,炼金,,,,,,', /^4: 技能 skills：「炼金」.*水管 plumbing/],
    [
      'an unknown category',
      '收费项目,通下水,,,,,,,,,,S01,魔法,二十元,',
      /^4: 类别 category：「魔法」.*水管 plumbing/,
    ],
    ['a bad fee', '收费项目,通下水,,,,,,,,,,S01,水管,二十元,贵', /^4: 上门费 fee：「贵」不是金额/],
    ['no vendor phone', '厂商,家电行,,,,,,,,,,,家电,,', /^4: 电话 phone：不能为空/],
    ['an unknown type', '花园,,,,,,,,,,,,,,', /^4: 类型 type：「花园」.*小区 estate、房间 room/],
    ['too few cells', '房间,,,1,1,102', /^4: 有 6 格，表头有 15 列/],
    ['too many cells', '房间,,,1,1,102,,,,,,,,,,多', /^4: 有 16 格/],
    ['a slipped column', '房间,王芳,,1,1,102,,,,,,,,,', /^4: 姓名 name：房间 room 行没有这一项/],
    ['a second estate', '小区,另一个,,,,,,,,,,,,,', /^4: 小区 estate 只能有一行.*第 2 行/],
    ['the same room', '房间,,,1栋,一单元,0101室,,,,,,,,,', /^4: 房间「1-1-101」与第 3 行重复/],
    ['unbalanced quotes', '房间,"x,,1,1,102,,,,,,,,,', /^4: 引号不成对/],
  ])('%s is named with its line and what is allowed', (_what, row, says) => {
    expect(faultsOf(row)).toEqual([expect.stringMatching(says)])
  })

  it('names the same person of the same room twice', () => {
    const wang = '住户,王芳,13800138001,1,1,101,业主,,,,,,,,'
    expect(faultsOf(wang, wang)).toEqual([expect.stringMatching(/^5: 住户.*与第 4 行重复/)])
  })

  it('names a binding code given to two people, but not to one person of two rooms', () => {
    const room2 = '房间,,,1,1,102,,,,,,,,,'
    const first = '住户,王芳,13800138001,1,1,101,业主,,,WANG2345,,,,,'
    const again = '住户,王芳,13800138001,1,1,102,业主,,,WANG2345,,,,,'
    const other = '员工,张工,,,,,,维修师傅,,wang-2345,,,,,'
    expect(faultsOf(room2, first, again)).toEqual([])
    expect(faultsOf(first, other)).toEqual([expect.stringMatching(/^5: 绑定码 code：与第 4 行重复/)])
  })

  it('names every bad line, not only the first', () => {
    expect(faultsOf('花园,,,,,,,,,,,,,,', room, '住户,王芳,1,1,1,101,x,,,,,,,,')).toHaveLength(4)
  })

  it('counts the line breaks inside quoted cells', () => {
    expect(faultsOf('收费项目,通下水,,,,,,,,,,S01,水管,"一\n二\n三",', '花园,,,,,,,,,,,,,,')).toEqual([
      expect.stringMatching(/^7: /),
    ])
  })

  it('shows nothing a terminal would act on', () => {
    expect(faultsOf('\u001B[31m花园,,,,,,,,,,,,,,')[0]).not.toContain('\u001B')
  })
})

describe('the header of the office file', () => {
  it('names a missing column once, whatever the number of lines that need it', () => {
    const { faults } = fileOf(
      '类型,姓名,楼栋,房号\n小区,花园,,\n房间,,1,101\n住户,王芳,1,101\n住户,李强,1,101',
    )
    expect(faults).toEqual([{ line: 1, says: expect.stringMatching(/^缺少列 身份 role/) as string }])
  })
  it('cannot do without the type, and says which columns there are', () => {
    expect(fileOf('姓名,电话\n王芳,1').faults).toEqual([
      { line: 1, says: expect.stringMatching(/缺少列 类型 type.*楼栋 building/) as string },
    ])
  })
  it('names an unknown and a doubled column', () => {
    const { faults } = fileOf('type,name,星座,姓名\n小区,花园,,')
    expect(faults.map(({ says }) => says)).toEqual([
      expect.stringMatching(/「星座」不是能用的列名/),
      expect.stringMatching(/列 姓名 name 有两个/),
    ])
  })
  it('wants lines below it, and an estate among them', () => {
    expect(fileOf(header).faults.map(({ says }) => says)).toEqual([expect.stringMatching(/只有表头/)])
    expect(fileOf(`${header}\n${room}`).faults.map(({ says }) => says)).toEqual([
      expect.stringMatching(/没有小区 estate 行/),
    ])
  })
})

describe('what Excel and people make of a file', () => {
  const english =
    'type,name,building,unit,room,role,phone\nestate,花园,,,,,\nroom,,3,2,501,,\nresident,王芳,3,2,501,owner,+86 138-0013-8001\nstaff,张工,,,,technician,'
  it.each([
    ['plain', english],
    ['a byte-order mark', `\uFEFF${english}`],
    ['CRLF', english.replaceAll('\n', '\r\n')],
    ['semicolons', english.replaceAll(',', ';')],
    ['tabs', english.replaceAll(',', '\t')],
    ['empty lines and cells after the last', english.replaceAll('\n', ',,\n\n')],
    ['quoted cells', english.replace('花园', '"花园"').replace('王芳', '"王芳"')],
  ])('%s reads the same', (_what, text) => {
    const { file, faults } = fileOf(text)
    expect(faults).toEqual([])
    expect(file).toMatchObject({
      estate: { name: '花园' },
      rooms: [{ building: '3', unit: '2', room: '501' }],
      residents: [
        { name: '王芳', phone: '13800138001', role: 'owner', building: '3', unit: '2', room: '501' },
      ],
      staff: [{ name: '张工', roles: ['technician'] }],
    })
  })

  it('brings addresses into the form people say them in chat', () => {
    const { file } = fileOf(
      '类型,姓名,楼栋,单元,房号\n小区,花园,,,\n房间,,三号楼,二单元,五零一室\n房间,,a座,,0１203\n房间,,2栋,东单元,12樓之3',
    )
    expect(file.rooms).toEqual([
      expect.objectContaining({ building: '3', unit: '2', room: '501' }),
      expect.objectContaining({ building: 'A', room: '1203' }),
      expect.objectContaining({ building: '2', unit: '东', room: '12-3' }),
    ])
  })

  it('keeps a quoted comma and takes a fee in yuan', () => {
    const { file } = fileOf(`${header}\n${estate}\n收费项目,通下水,,,,,,,,,,S01,水管,"二十元, 材料另计",20.5`)
    expect(file.catalogue).toEqual([
      { code: 'S01', name: '通下水', category: 'plumbing', standard: '二十元, 材料另计', feeFen: 2050 },
    ])
  })

  it('knows where each value of a JSON file begins', () => {
    const lineOf = jsonLines('{\n "rooms": [\n  {"room": "x:,{"},\n  {\n   "room": 5 }\n ]\n}')
    expect([
      lineOf(['rooms']),
      lineOf(['rooms', 0]),
      lineOf(['rooms', 1]),
      lineOf(['rooms', 1, 'room']),
    ]).toEqual([2, 3, 4, 5])
  })

  it('names bad JSON, unknown fields and bad entries with their lines', () => {
    const said = (text: string) =>
      checkFile(readJson(text)).faults.map(({ line, says }) => `${line}: ${says}`)
    expect(said('{\n "estate": }')).toEqual([expect.stringMatching(/^2: 不是 JSON/)])
    expect(said('[]')).toEqual([expect.stringMatching(/^1: 要一个对象/)])
    expect(
      said(
        '{\n"estate": {"name": "花园", "colour": "red"},\n"people": [],\n"rooms": [\n{"building": 1, "room": true}\n]}',
      ),
    ).toEqual([
      expect.stringMatching(/^3: 「people」不认识/),
      expect.stringMatching(/^2: colour：小区 estate 行没有这一项/),
      expect.stringMatching(/^5: 房号 room：要填一个值/),
    ])
    expect(
      said('{"estate": {"name": "花园", "overrides": {"repair.x": 1, "repair.reviewMin": "5"}}}'),
    ).toHaveLength(2)
  })

  it.each(['csv', 'json'])('takes the shipped example in %s without a fault', async (kind) => {
    const text = await readFile(`examples/estate.${kind}`, 'utf8')
    const { faults, file } = checkFile(kind === 'json' ? readJson(text) : readCsv(text))
    expect(faults).toEqual([])
    expect(file.residents.length).toBeGreaterThan(2)
  })
})
