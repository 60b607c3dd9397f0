/** What staff read: plain polite words, never the resident's insults in the headline (R-15.34). */
export const staffWords = {
  newOrder: (o: {
    number: string
    room: string
    what: string
    urgency: string
    reporter: string
    phone: string
    at: string
    due: string
    note: string
  }) =>
    [
      `【派工】${o.number} · ${o.room} · ${o.urgency}`,
      o.what,
      `报修人 ${o.reporter === '' ? '住户' : o.reporter} ${o.phone} · ${o.at} 报`,
      ...(o.due === '' ? [] : [`请在 ${o.due} 前到场`]),
      ...(o.note === '' ? [] : [o.note]),
    ].join('\n'),
  /** For a group: no unit, phone, name or words of the resident (R-15.20). */
  groupOrder: (number: string, category: string, urgency: string) =>
    `【派工】${number} · ${category} · ${urgency}，详情已私发给相关同事。`,
  groupHelp: (number: string) => `【求助】${number} 有住户需要帮助，详情已私发，请值班同事立即接手。`,
  take: '接单',
  takeHelp: '接手',
  anonymous: '匿名',
  matterName: {
    complaint: '投诉',
    service: '有偿服务',
    renovation: '装修申请',
    movein: '入住',
    moveout: '搬离',
    suggestion: '建议',
    praise: '表扬',
    activity: '活动报名',
    enquiry: '咨询',
  },
  matter: (o: { title: string; number: string; room: string; reporter: string; text: string; due: string }) =>
    [
      `【${o.title}】${[o.number, o.room, o.reporter].filter((part) => part !== '').join(' · ')}`,
      o.text,
      `请在 ${o.due} 前回复住户。接手后发"回复 ${o.number} 内容"，办完发"办结 ${o.number}"。`,
    ].join('\n'),
  complaint: (o: {
    number: string
    room: string
    reporter: string
    text: string
    target: string
    due: string
  }) =>
    [
      `【投诉】${[o.number, o.room, o.reporter].filter((part) => part !== '').join(' · ')}`,
      o.text,
      ...(o.target === '' ? [] : [`对象：${o.target}`]),
      ...(o.due === '' ? [] : [`请在 ${o.due} 前联系住户`]),
      `主管分类：分类 ${o.number} 有效 轻微/重要/重大，或 协助、无效 原因`,
    ].join('\n'),
  collective: (number: string, n: number, what: string) =>
    `【集体投诉】${number} 等${n}件，同一件事：${what}\n请立即组织处理、约定答复时间，并上报公司。答复须上门，22:00 后不上门。`,
  majorComplaint: (number: string, what: string) => `【重大投诉】${number} ${what}，请负责人马上处理。`,
  classifyHow: (number: string) =>
    `请写明类别：分类 ${number} 有效 轻微（或 重要、重大），分类 ${number} 协助，分类 ${number} 无效 原因`,
  classified: (number: string, due: string) =>
    `${number} 已分类，请在 ${due} 前联系住户。联系好了发"约定 ${number} 时间"。`,
  agreeHow: (number: string) => `请带上约定的答复时间：约定 ${number} 明天下午5点`,
  agreed: (number: string, when: string) => `${number} 已记，${when} 前答复住户：回复 ${number} 内容`,
  complaintNext: (number: string) =>
    `${number} 您已接手。请主管分类：分类 ${number} 有效 轻微；能答复的发"回复 ${number} 内容"。`,
  complaintEnds: (number: string) => `${number} 是投诉：先发"回复 ${number} 内容"，住户满意后自动结案。`,
  opinionKept: (number: string, again: string) =>
    again === '' ? `${number} 住户满意，已结案。` : `${number} 住户不满意，已转为新投诉 ${again}。`,
  notSatisfiedWith: (number: string) => `对 ${number} 的处理不满意`,
  triedOnce: (number: string, n: number) => `${number} 已记第 ${n} 天未接通，换一天再试。`,
  notReached: (number: string) => `${number} 三天未接通，已结案并标记未回访到。`,
  withdrawn: (number: string) => `${number} 住户已撤回投诉。`,
  groupMatter: (title: string, number: string) => `【${title}】${number}，详情已私发给相关同事。`,
  arrive: '到场',
  noAccess: '无人',
  start: '开工',
  finish: '完工',
  sendTo: (name: string) => `派给${name}`,
  approve: '通过',
  refuse: '拒绝',
  sign: '签收',
  returned: '返单',
  review: (o: { number: string; room: string; what: string; due: string }) =>
    `【评估】${o.number} · ${o.room}\n${o.what}\n目录外项目，请在 ${o.due} 前回复可行性和价格：\n报价 ${o.number} 金额；做不了发"不可行 ${o.number} 原因"，介绍商家发"转厂商 ${o.number}"`,
  /** An order of a flat that looks for a man. */
  looksForMan: (o: { number: string; place: string; what: string; due: string }) =>
    `【待派单】${o.number} · ${o.place}\n${o.what}\n还没有师傅接手，请派单${o.due === '' ? '' : `，到场时限 ${o.due}`}`,
  takenAway: (number: string, name: string) => `${number} 已改派给${name}，您不用去了。`,
  publicOrder: (o: { number: string; place: string; what: string; due: string }) =>
    `【公共设施】${o.number} · ${o.place}\n${o.what}\n请派单，到场时限 ${o.due}`,
  accepted: (number: string, due: string) =>
    `${number} 已接单。${due === '' ? '' : `请在 ${due} 前到场，`}到了发"到场"。`,
  alreadyTaken: (number: string, name: string) => `${number} 已由${name}接单。`,
  dispatched: (number: string, name: string) => `${number} 已派给${name}。`,
  arrivedCharge: (number: string) =>
    `${number} 到场已记录。收费标准已发给住户，等住户同意后再开工；情况不符发"变更 ${number} 金额 项目"。`,
  arrivedAgreed: (number: string) => `${number} 到场已记录，价格住户已同意，可以开工。修好发"完工 金额"。`,
  arrivedFree: (number: string) => `${number} 到场已记录，本单免费，可以开工。修好发"完工"。`,
  consented: (number: string) => `${number} 住户已同意价格，可以开工。修好发"完工 金额"。`,
  refused: (number: string) => `${number} 住户不同意价格，请返回，并发"签字 ${number}"确认原因。`,
  started: (number: string) => `${number} 已开工。修好发"完工 金额"。`,
  finished: (number: string) => `${number} 完工已记录，已请住户试用签收。`,
  finishFee: (number: string) => `请带上金额：完工 ${number} 80；现场定不了发"完工 ${number} 待定"。`,
  askSign: (number: string, place: string) => `${number}（${place}）完工，请主管签收。`,
  tryFailed: (number: string) => `${number} 住户试用还有问题，请继续处理。`,
  signedOff: (number: string) => `${number} 住户已签收。请当天返单：返单 ${number}`,
  handedIn: (number: string) => `${number} 已交主管审核，谢谢。`,
  toReview: (o: { number: string; room: string; work: string; fee: string }) =>
    `【审核返单】${o.number} · ${o.room}\n${o.work}\n${o.fee === '' ? '' : `${o.fee}\n`}核对无误请点"返单"，今天交到客服。`,
  signedPublic: (number: string) => `${number} 已签收。请当天返单：返单 ${number}`,
  toFinance: (number: string, room: string, fee: string) => `【收费】${number} · ${room}\n${fee}`,
  returnedNow: (number: string) => `${number} 已返单，回访已发给住户。`,
  rework: (number: string) => `${number} 住户不满意，请客服和主管共同上门。返工开始发"返工 ${number}"。`,
  callbackList: (number: string, room: string, phone: string) =>
    `【回访】${number} · ${room} · ${phone}，住户还没评价，请回访：回访 ${number} 满意/不满意（上门/电话）`,
  visitOnly: (number: string) => `${number} 这类问题按规程须上门回访。`,
  quoted: (number: string) => `${number} 报价已发给住户，等回复。`,
  rebooked: (number: string, when: string) => `${number} 改约到 ${when}。`,
  rebookWhen: (number: string) => `请带上时间：改约 ${number} 明天下午3点`,
  noAccessDone: (number: string) => `${number} 已记"家里无人"，已请住户改约。请留条并拍照发来。`,
  partsDone: (number: string) => `${number} 待料已记录，已告诉住户。到料发"到料 ${number}"。`,
  cancelled: (number: string) => `${number} 住户已取消，不用去了。`,
  feeProposed: (number: string, other: string) => `${number} 金额已记，还需${other}确认同样的金额。`,
  feeFixed: (number: string, yuan: string) => `${number} 费用定为 ${yuan} 元。`,
  materialsKept: (number: string) => `${number} 材料检查已记录。质量有问题的，请提醒住户后果，尊重住户选择。`,
  notCome: (number: string) => `${number} 住户说师傅还没到，请马上联系。`,
  remind: (number: string, what: string, due: string) => `【提醒】${number} ${what}，${due} 到时限。`,
  copy: (number: string, what: string, due: string) => `【抄送】${number} ${what}，${due} 到时限，还没完成。`,
  escalate: (number: string, what: string, due: string) => `【超时】${number} ${what}，时限 ${due}，请督办。`,
  escalateHelp: (number: string, what: string) => `【求助未接】${number} ${what}，请马上接手。`,
  clockName: {
    'repair.accept': '还没人接单',
    'repair.review': '评估报价',
    'repair.arrival': '到场',
    'repair.slot': '预约到场',
    'repair.complete': '完工',
    'repair.return': '返单',
    'repair.callback': '回访',
    'repair.rebook': '住户改约',
    'repair.vendor': '商家结果',
    'help.acknowledge': '还没人接手',
    'matter.reply': '还没回复住户',
    'complaint.firstReply': '还没联系投诉人',
    'complaint.resolve': '投诉处理',
    'complaint.answer': '约定的答复',
    'complaint.progress': '进展没告诉住户',
    'complaint.callback': '投诉回访',
  },
  emergency: (o: { number: string; room: string; text: string; phone: string }) =>
    `【紧急】${o.number} · ${o.room === '' ? '位置未知，正在问' : o.room}\n${o.text}\n${o.phone === '' ? '' : `电话 ${o.phone}\n`}请最近的同事马上到场，先点"接手"。`,
  emergencyPlace: (number: string, text: string) => `【紧急】${number} 位置：${text}`,
  handoff: (o: { number: string; room: string; reporter: string; text: string }) =>
    `【转人工】${o.number} · ${o.room === '' ? '未绑定住户' : o.room}${o.reporter === '' ? '' : ` · ${o.reporter}`}\n${o.text}\n接手后直接发"回复 内容"，处理完发"交回 ${o.number}"。`,
  residentSays: (number: string, text: string) => `${number} 住户：${text}`,
  residentPhoto: (number: string, n: number) => `${number} 住户发来${n}张照片。`,
  taken: (number: string) => `${number} 您已接手。`,
  takenBy: (number: string, name: string) => `${number} 已由${name}接手。`,
  replied: (number: string) => `${number} 已转给住户。`,
  replyWhat: '请带上内容：回复 单号 内容',
  closedHelp: (number: string) => `${number} 已办结，已交回管家。`,
  upDone: (number: string) => `${number} 已上报。`,
  upNeedsReason: '请写明原因：上报 单号 原因',
  raised: (number: string, who: string, reason: string) => `【上报】${number} ${who}：${reason}`,
  extended: (number: string) => `${number} 延期原因已记录，已告诉住户。`,
  bindingAsk: (room: string, name: string, phone: string) =>
    `【绑定申请】${room}${name === '' ? '' : ` · ${name}`}${phone === '' ? '' : ` · ${phone}`}，核对后请选：`,
  bindingDone: (approved: boolean) => (approved ? '已通过，已告诉住户。' : '已拒绝，已告诉住户。'),
  alreadyDecided: '这个申请已经有人处理了。',
  due: (lines: readonly string[]) => (lines.length === 0 ? '手上没有待办。' : `待办：\n${lines.join('\n')}`),
  dueLine: (number: string, what: string, state: string, due: string) =>
    `${number} ${what} · ${state}${due === '' ? '' : ` · ${due} 前`}`,
  amount: (number: string, verb: string) => `请带上金额：${verb} ${number} 80`,
  partsAmount: (number: string) => `请带上材料费金额和再来的时间：待料 ${number} 120 明天上午9点`,
  feeNotOpen: (number: string) => `${number} 的费用现在不用定。`,
  checkHow: (number: string) => `请写明检查结果：材料 ${number} 合格/不合格/质量不佳`,
  callbackHow: (number: string) =>
    `请写明结果：回访 ${number} 满意/基本满意/不满意（上门/电话），或：回访 ${number} 未接通`,
  nothingToSign: (number: string) => `${number} 没有未修原因，现在不能签字。`,
  extendHow: (number: string) => `请写明原因和新的时间：延期 ${number} 明天下午3点 等配件`,
  acknowledged: (number: string) => `${number} 已由您督办，系统每天提醒一次，直到办完。`,
  acknowledge: '我来督办',
  line: (room: string, what: string) => `${room} ${what}`.trim(),
  vendorFailed: (number: string) => `${number} 住户说介绍的商家还没办好，请联系住户。`,
  which: '请带上单号，例如：接单 BX-1001。发"待办"看手上的单。',
  notFound: (number: string) => `没有找到 ${number}。`,
  notNow: (number: string, state: string) => `${number} 现在是"${state}"，这一步不能做。`,
  notYou: (roles: string) => `这一步要由${roles}来做。`,
  missing: {
    consent: '住户还没同意价格，不能开工。',
    catalogue: '不在目录内，要先评估。',
    vendor: '没有登记这类商家，不能转介绍。',
    your_order: '这张单不在您手上。',
    fee: '费用还没定，请先定价或标为待定。',
    severity: '请写明轻重：轻微、重要或重大。',
    visit: '集体投诉要上门答复，请上门后写明：回复 单号 已上门 内容',
    public: '只有公共设施单由主管签收。',
    no_vendor: '已登记这类商家，请发"转厂商 单号"介绍给住户。',
    caller: '回访人不能是维修师傅本人。',
    three_days: '要在三个不同的日子各试一次，才能记为未接通。',
  } as Record<string, string>,
  unknown: '没看懂。发"待办"看手上的单，发"帮助"看全部指令。',
  quarantined: (trace: string) =>
    `【系统】有一条住户消息没能处理，已保留（${trace}），请转告管理员并人工联系住户。`,
  unreachable: (number: string) => `【系统】${number} 的住户收不到消息了，请打电话联系。`,
  lineDown: '【系统】微信线路断开，期间的消息可能收不到，请检查网关。',
  lineUp: (from: string, to: string) =>
    `【系统】微信线路已恢复。${from} 到 ${to} 之间的消息可能缺失，请留意电话。`,
  scan: '【系统】微信需要扫码登录，请打开 /healthz 查看二维码。',
  help: [
    '维修：接单 · 到场 · 开工 · 完工 金额 · 无人 · 不便 · 改约 时间 · 变更 金额 项目 · 待料 金额 时间 · 到料 · 退单 · 返单 · 返工 · 拒价',
    '主管：派单 姓名 · 报价 金额 · 不可行 原因 · 转厂商 · 签收 · 定价 金额 · 签字',
    '客服：回访 满意/基本满意/不满意 · 回访 未接通 · 接手 · 回复 内容 · 交回（办结）',
    '投诉：分类 有效/协助/无效 轻微/重要/重大 · 约定 时间 · 回复 内容 · 进展 内容 · 回访 满意/不满意/未接通',
    '通用：待办 · 绑定码 · 详情 · 上报 原因 · 延期 原因 · 代报 房号 问题',
    '都可以带单号，例如：接单 BX-1001。手上只有一单时可以不带。',
  ].join('\n'),
  urgencyName: { urgent: '急修', minor: '小修', general: '一般' } as Record<string, string>,
}
