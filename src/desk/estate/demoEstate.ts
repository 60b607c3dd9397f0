/** 示范小区: enough of an estate that the first message works on a fresh machine. */
import type { EstateFile, ResidentEntry, StaffEntry } from './estateFile.ts'

const rooms = ['1', '2', '3'].flatMap((building) =>
  ['1', '2'].flatMap((unit) =>
    ['101', '102', '201', '202', '301', '302', '501', '502'].map((room) => ({ building, unit, room })),
  ),
)

const residents: readonly ResidentEntry[] = [
  {
    name: '王芳',
    phone: '13800138001',
    role: 'owner',
    building: '3',
    unit: '2',
    room: '501',
    code: 'WANGFANG',
  },
  {
    name: '李强',
    phone: '13800138002',
    role: 'tenant',
    building: '1',
    unit: '1',
    room: '201',
    code: 'REN7QA11',
  },
  {
    name: '陳太',
    phone: '13800138003',
    role: 'owner',
    building: '2',
    unit: '1',
    room: '302',
    code: 'CHENTA88',
  },
]

const staff: readonly StaffEntry[] = [
  { name: '张师傅', phone: '13900139001', roles: ['technician'], code: 'ZHANGS01' },
  { name: '刘主管', phone: '13900139002', roles: ['eng_supervisor', 'dispatcher'], code: 'ZHGTHN02' },
  { name: '陈静', phone: '13900139003', roles: ['front_desk', 'cs'], code: 'CHENJ003' },
  { name: '赵敏', phone: '13900139004', roles: ['cs_supervisor'], code: 'ZHAM0004' },
  { name: '周明', phone: '13900139005', roles: ['duty', 'control_room'], code: 'ZH0VM005' },
  { name: '吴伟', phone: '13900139006', roles: ['shift_head', 'security_supervisor'], code: 'WVWE0006' },
  { name: '孙主任', phone: '13900139007', roles: ['director', 'property_manager'], code: 'SNZHR007' },
]

export const demoEstate: EstateFile = {
  estate: { name: '示范小区', profile: 'strict', zone: 'Asia/Shanghai', phone: '0755-12345678' },
  rooms: rooms.map((room) => (room.building === '2' ? { ...room, warrantyUntil: '2027-12-31' } : room)),
  residents,
  staff,
  catalogue: [
    {
      code: 'S01',
      name: '水管、龙头、下水疏通',
      category: 'plumbing',
      standard: '上门费 20 元，疏通 60 元起，材料另计',
      feeFen: 2000,
    },
    {
      code: 'D01',
      name: '电路、开关、插座',
      category: 'electrical',
      standard: '上门费 20 元，开关插座每个 15 元，材料另计',
      feeFen: 2000,
    },
    {
      code: 'M01',
      name: '门窗、门锁',
      category: 'doors_windows',
      standard: '上门费 20 元，换锁 80 元起，材料另计',
      feeFen: 2000,
    },
    {
      code: 'K01',
      name: '空调清洗、漏水检查',
      category: 'hvac',
      standard: '上门费 30 元，清洗每台 100 元',
      feeFen: 3000,
    },
    {
      code: 'L01',
      name: '墙面、窗边渗漏检查',
      category: 'structure_leak',
      standard: '检查 50 元，维修另行报价',
      feeFen: 5000,
    },
    {
      code: 'J01',
      name: '门禁卡、对讲',
      category: 'access_control',
      standard: '补卡 20 元，对讲检查 30 元',
      feeFen: 2000,
    },
  ],
  vendors: [
    { name: '安心家电维修', phone: '400-800-1234', category: 'appliance' },
    { name: '市燃气公司', phone: '96777', category: 'gas' },
    { name: '宽带服务台', phone: '10000', category: 'network' },
  ],
}
