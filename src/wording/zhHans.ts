/** Every sentence a resident can receive, in simplified Chinese: the reference the other languages follow. */
import type { RepairCategory } from '../domain/matter.ts'
import { masterName, yuan } from './when.ts'

const slotNames = {
  target: '对象',
  description: '问题',
  location_kind: '家里/公共',
  room: '房号',
  place: '地点',
  time: '时间',
  phone: '电话',
}

const categoryNames: Record<RepairCategory, string> = {
  plumbing: '水管/下水',
  electrical: '电路',
  hvac: '空调/暖气',
  doors_windows: '门窗锁',
  elevator: '电梯',
  public_lighting: '公共照明',
  network: '网络',
  gas: '燃气',
  structure_leak: '渗漏',
  appliance: '家电',
  landscaping: '绿化',
  access_control: '门禁',
  parking: '停车设施',
  other: '其他',
}

const stateNames: Record<string, string> = {
  to_classify: '正在核实',
  collective: '集体处理中',
  contacting: '正在联系您',
  referred: '已转外部单位',
  explaining: '准备答复',
  investigating: '调查中',
  acting: '处理中',
  answer_ready: '准备答复',
  replied: '已答复，等您意见',
  closed_superseded: '已转新投诉',
  withdrawn: '已撤回',
  logged: '已登记',
  reviewing: '主管正在评估',
  quoted: '等您确认报价',
  dispatching: '正在派单',
  accepted: '师傅已接单',
  on_site: '师傅已到场',
  no_access: '上门时没人，等您改约',
  rescheduling: '正在改约',
  requoting: '等您确认新的价格',
  repairing: '正在维修',
  awaiting_materials: '等材料',
  awaiting_signoff: '修好了，等您试用',
  signed_off: '您已签收',
  returned: '已完工，等回访',
  rework: '安排返工',
  vendor_referred: '已介绍专业商家',
  closed: '已办结',
  closed_not_repaired: '未维修，已结单',
  cancelled: '已取消',
  open: '等同事接手',
  acknowledged: '同事正在处理',
}

export const zhHans = {
  language: '中文',
  name: '管家',
  joined: (parts: readonly string[]) => parts.join('\n'),

  // First words
  greeting: (estate: string) => `您好，我是${estate}的管家。家里或小区有什么要修的、要问的，直接告诉我就行。`,
  hello: '您好，我在。有什么可以帮您？',
  intro: (estate: string) => `您好，我是${estate}的管家。`,
  menu: '您可以直接说事，也可以选一项：',
  menuRepair: '报修',
  menuStatus: '查进度',
  menuHuman: '转人工',
  menuBind: '绑定房号',
  welcomeBack: '好的，不客气。有事随时找我。',
  goPrivate: '为了保护您的隐私，请私聊我说，我马上帮您办。',
  slowDown:
    '您发得有点快，我都记下了，请稍等一下再发。着急的事请直接说"着火""漏气""救命"这样的词，我会马上叫人。',
  notUnderstood: '不好意思，我没太明白。您可以换个说法，或者选一项：',
  twiceNotUnderstood: '对不起，我还是没明白。要不要我把您刚才说的转给客服同事？',
  yesHand: '转给同事',
  noHand: '我再说一遍',
  languageSet: '好的，接下来我说中文。',
  buttonUsed: '这个按钮已经用过了，不用再点。',
  buttonExpired: '这个按钮已经过期了。需要的话，请直接打字告诉我。',
  buttonNotYours: '这个按钮不是给您的，没有改动任何内容。',

  // Repair: one question at a time
  askDescription: '请问是什么坏了？说说情况，也可以拍张照片。',
  askLocationKind: '是家里的问题，还是公共区域的？',
  atHome: '家里',
  inPublic: '公共区域',
  askRoom: '请问是哪一户？例如 3-2-501（3栋2单元501）。',
  askWhichRoom: '请问是哪一套房子的？',
  askPlace: '请问在公共区域的什么位置？例如：3栋大堂、地下车库B区。',
  askTime: '师傅什么时候上门方便？',
  asap: '尽快上门',
  thisAfternoon: '今天下午',
  tomorrowMorning: '明天上午',
  tomorrowAfternoon: '明天下午',
  askTarget: '请问是哪一户、哪个位置，或者哪位工作人员？不清楚也没关系，直接说就行。',
  askWhat: {
    repair: '请问什么坏了？用您自己的话说就行，也可以发照片。',
    complaint: '请您说说是怎么回事，我记下来。',
    service: '请问需要我们做什么？',
    renovation: '请问打算装修哪些地方？',
    movein: '好的，帮您登记入住。请说说您的安排。',
    moveout: '好的，帮您登记搬离。请说说您的安排。',
  },
  askDay: {
    complaint: '请问是什么时候的事？',
    renovation: '打算哪天开工？大概的日子也可以。',
    movein: '打算哪天搬进来？',
    moveout: '打算哪天搬？',
  },
  askPhone: '请留一个手机号，方便师傅联系您。',
  askWhich: '好的，要改哪一项？',
  whichSlot: slotNames,
  photoThanks: (n: number) => (n > 1 ? `收到${n}张照片。` : '收到照片。'),
  otherKept: '收到，我先记在这件事里，同事会查看。',
  roomIncomplete: '还差一点：请把楼栋和房号一起告诉我，例如 3-2-501。',
  timePast: '这个时间已经过了，换一个好吗？',
  timeNight: '师傅上门要在晚上 22:00 前结束，换一个早一点的时间好吗？',
  answerNotClear: '不好意思，这个我没听明白。',
  restate: (lines: readonly string[]) => `请您核对一下：\n${lines.join('\n')}\n这样提交可以吗？`,
  lineWhat: (text: string) => `问题：${text}`,
  lineWhere: (text: string, home: boolean) => `地点：${text}（${home ? '家里' : '公共区域'}）`,
  lineWhen: (text: string) => `时间：${text}`,
  linePhone: (phone: string, name: string) => `电话：${phone}${name === '' ? '' : ` ${name}`}`,
  linePhotos: (n: number) => `照片：${n}张`,
  lineTarget: (text: string) => `对象：${text}`,
  lineAnonymous: '匿名：是，同事看不到您的姓名和房号',
  lineMayBeAnonymous: '（想匿名就告诉我）',
  linePaid: '收费：先报价，您同意后才上门。',
  lineFee: (standard: string) => `收费标准：${standard}。师傅不收现金。`,
  lineReview: '收费：主管会先评估，15 分钟内把可行性和价格告诉您，您同意后才上门。',
  photosOnly: '见照片',
  yes: '确认提交',
  edit: '修改',
  cancel: '取消',
  filed: (number: string, promise: string) =>
    `已登记，单号 ${number}。${promise}\n谢谢您告诉我们，还有别的事吗？`,
  promiseArrival: (when: string) => `师傅会在 ${when} 前到。`,
  promiseSlot: (when: string) => `师傅按约定时间上门：${when}。`,
  promiseSoon: '我们正在派单，师傅接单后告诉您几点到。',
  vendorDone: '办好了',
  vendorNotDone: '还没办好',
  vendorThanks: '谢谢您告诉我们。',
  extended: (number: string, when: string) => `${number}：对不起，要让您多等一会儿，改到 ${when}。`,
  whichUnit: (units: readonly string[]) => `这栋有${units.join('、')}单元，请问是几单元？`,
  unit: (unit: string) => `${unit}单元`,
  promiseReview: (when: string) => `主管会在 ${when} 前回复您能不能修、多少钱。`,
  sameAgain: (number: string) => `这件事刚才已经登记过了，单号 ${number}，不用重复报。`,
  dropped: '好的，这次就不登记了。需要时随时告诉我。',
  nextMatter: (what: string) => `接着说另一件事：${what}`,
  resumeOffer: '刚才那件事还没提交，我们接着说。',
  restarted: '系统更新过，我保留了您之前说的内容，请再核对一下。',
  nudge: '您有一件事还没提交，回复我就能接着说；不需要了请回复"取消"。',
  nothingToCancel: '现在没有正在登记的事。要取消已登记的单子，请发"取消 单号"。',
  nothingToEdit: '现在没有正在登记的事。请直接告诉我要办什么。',
  noted: (number: string) => `已补充到 ${number}。`,

  // Progress
  noRecords: '您名下现在没有办理中的事项。',
  records: (lines: readonly string[]) => `您办理中的事项：\n${lines.join('\n')}`,
  recordLine: (number: string, what: string, state: string, next: string) =>
    `${number} ${what} · ${state}${next === '' ? '' : `，${next}`}`,
  stateName: (state: string) => stateNames[state] ?? state,
  nextBy: (when: string) => `${when} 前有下一步`,
  categoryName: (category: RepairCategory) => categoryNames[category],

  // The repair on its way
  technicianTold: (number: string, name: string) => `${number}：已通知${masterName(name)}。`,
  accepted: (number: string, name: string, promise: string) =>
    `${number}：${masterName(name)}已接单。${promise}`,
  arrived: (number: string, name: string) => `${number}：${masterName(name)}已到场。`,
  feeQuestion: (number: string, standard: string) =>
    `${number}：开工前请您先看收费标准：${standard}。师傅不收现金。您同意吗？`,
  quote: (number: string, total: string, item: string) =>
    `${number}：${item === '' ? '' : `${item}，`}报价 ${total} 元。师傅不收现金。您同意吗？`,
  requote: (number: string, total: string, item: string) =>
    `${number}：对不起，现场情况和原先说的不一样${item === '' ? '' : `（${item}）`}，新的价格是 ${total} 元。您同意吗？`,
  agree: '同意',
  disagree: '不同意',
  consented: (number: string) => `${number}：好的，已记下您同意。`,
  priceRefused: (number: string) => `${number}：好的，这次先不修。您考虑好了，随时再来报修。`,
  handedBack: (number: string) => `${number}：师傅临时有变动，我们正在重新安排，对不起让您久等。`,
  noAccess: (number: string) => `${number}：师傅上门时家里没人，已留条。请告诉我改到什么时候方便。`,
  rescheduling: (number: string) => `${number}：好的，我们改个时间。您什么时候方便？`,
  rebooked: (number: string, when: string) => `${number}：已改到 ${when}。`,
  rebookHow: (number: string) => `请说一个时间，例如：明天上午10点（${number}）。`,
  started: (number: string) => `${number}：师傅开始维修了。`,
  parts: (number: string, price: string, when: string) =>
    `${number}：需要买材料${price === '' ? '' : `，材料费 ${price} 元`}。${when === '' ? '到货后再和您约时间。' : `再次上门：${when}。`}`,
  finished: (number: string, fee: string) => `${number}：师傅说修好了，请您试用一下。${fee}一切正常吗？`,
  feeIs: (yuanText: string) => `费用 ${yuanText} 元。`,
  feePending: '费用待主管核定后告诉您。',
  works: '正常，签收',
  stillBroken: '还有问题',
  backToWork: (number: string) => `${number}：好的，师傅继续处理，修好为止。`,
  signed: (number: string) => `${number}：已签收，谢谢您。请问还有什么可以帮到您？`,
  publicDone: (number: string) => `${number}：您反映的公共设施已修好，谢谢您告诉我们。`,
  feeFixed: (number: string, total: string) => `${number}：费用核定为 ${total} 元。`,
  callback: (number: string) => `${number}：这次维修的质量和态度，您满意吗？`,
  satisfied: '满意',
  basically: '基本满意',
  unsatisfied: '不满意',
  callbackThanks: '谢谢您的评价。有事随时找我。',
  callbackSorry: (number: string) =>
    `${number}：对不起，没让您满意。客服和部门主管会一起上门，重新处理到您满意为止。`,
  didHeCome: (number: string) => `${number}：约定的时间到了，师傅到了吗？`,
  hasCome: '到了',
  notCome: '还没到',
  cameThanks: '好的，谢谢您告诉我。',
  notComeSorry: '对不起，让您久等了。我已经催师傅和主管，马上给您回话。',
  vendor: (number: string, name: string, phone: string) =>
    `${number}：对不起，这项我们做不了。为您介绍专业商家：${name}，电话 ${phone}。`,
  notRepaired: (number: string, reason: string) =>
    `${number}：对不起，这项我们修不了${reason === '' ? '' : `：${reason}`}。`,
  vendorOutcome: (number: string) => `${number}：介绍给您的商家，事情办好了吗？`,
  cancelled: (number: string) => `${number} 已取消。需要时随时再报。`,
  cannotCancel: (number: string, state: string) =>
    `${number} 现在是"${state}"，不能直接取消。要我转给同事吗？`,
  notFound: (number: string) => `没有找到您的 ${number}，请核对一下单号。`,
  notNow: (number: string, state: string) => `${number} 现在是"${state}"，这一步不用做了。`,
  overdueSorry: (number: string) => `${number}：对不起，让您久等了。我们已经上报主管催办。`,
  reworkOn: (number: string) => `${number}：师傅开始返工了。`,
  yuan,

  // Matters that are no repair
  complaintSorry: '对不起，让您受委屈了。',
  matterFiled: {
    complaint: (number: string, when: string) =>
      `已记下您的投诉，单号 ${number}。${when} 前会有同事联系您，处理完还会回访。谢谢您指出来。`,
    service: (number: string, when: string) =>
      `已登记，单号 ${number}。${when} 前给您报价，您同意后再安排上门。`,
    renovation: (number: string, when: string) =>
      `装修申请已登记，单号 ${number}。${when} 前同事告诉您要准备的资料和费用；没拿到许可证前请先不要开工。`,
    movein: (number: string, when: string) =>
      `入住已登记，单号 ${number}。${when} 前同事告诉您要带的资料和钥匙安排。`,
    moveout: (number: string, when: string) =>
      `搬离已登记，单号 ${number}。${when} 前同事和您核对费用、放行条和钥匙交接。`,
  },
  askWitness: '如果有在场的人、照片或录像，也请告诉我或发给我，便于核实。',
  complaintTaken: (number: string, name: string) => `${number}：${name}已接手您的投诉，会尽快联系您。`,
  answerAgreed: (number: string, when: string) => `${number}：说好了，${when} 前答复您。`,
  complaintReferred: (number: string) =>
    `${number}：这件事要请外部单位一起解决，我们已经去联系，有进展马上告诉您。`,
  complaintProgress: (number: string, text: string) => `${number} 进展：${text}`,
  complaintAnswered: (number: string, text: string) => `${number} 的处理结果：${text}\n您满意吗？`,
  complaintThanks: '谢谢您的理解和意见。有事随时找我。',
  complaintAgain: (number: string, when: string) =>
    `对不起，没让您满意。已作为新的投诉重新处理，单号 ${number}，${when} 前会有同事联系您。`,
  matterDone: (number: string) => `${number} 已办结。您要是不满意，直接告诉我，我们重新处理。`,
  matterKept: {
    suggestion: (number: string) => `谢谢您的建议，已记下（${number}），会转给负责的同事研究。`,
    praise: (number: string) => `谢谢您的肯定，已记下（${number}），我一定转告。`,
    activity: (number: string, when: string) => `已帮您记下报名（${number}），${when} 前同事跟您确认。`,
    enquiry: (number: string, when: string) => `您的问题已转给同事（${number}），${when} 前答复您。`,
  },

  // A person
  handedOver: (number: string) => `好的，已转给客服同事（${number}），您说的我都带过去了。同事会尽快回您。`,
  handedOverSorry: (number: string) =>
    `对不起，给您添麻烦了。我已把您的话转给客服同事（${number}），会尽快回您。`,
  passedOn: (number: string) => `已转给客服同事（${number}），会尽快回您。`,
  colleagueHere: (name: string) => `${name}来为您服务了，请直接说。`,
  colleagueSays: (name: string, text: string) => `${name}：${text}`,
  colleagueDone: '同事已处理完，接下来还是我为您服务。有事随时说。',
  backToBot: '好的，接下来还是我为您服务。',

  // Emergencies
  emergency: (what: string, number: string) =>
    `已经叫人了，值班同事马上赶来（${number}）。\n${what}\n火警 119 · 急救 120 · 报警 110`,
  doGas: '请不要开灯、不要打火、不要在屋里打电话，打开门窗，赶快到屋外。',
  doFire: '请马上离开，弯腰走楼梯，不要坐电梯，并拨打 119。',
  doLift: '请不要扒门，按住轿厢里的呼叫按钮，靠墙站稳，救援马上到。',
  doMedical: '请马上拨打 120，留一个人在身边，我们去门口接救护车。',
  doCrime: '请先保护好自己，离开危险，并拨打 110。',
  doFlood: '请在安全的情况下关掉进水总阀和电闸，不要碰水里的插座，到高处等我们。',
  doShock: '请先断开电闸，不要直接碰触电的人，并拨打 120。',
  doFalling: '请离开危险位置，不要让人靠近。',
  doOther: '请先保证自己的安全。',
  askEmergencyPlace: '请告诉我在哪里：几栋几单元几室，或者什么位置？',
  emergencyPlaceKept: '收到，位置已告诉同事。',

  // Who lives where
  bindHow: '请发给我物业给您的 8 位绑定码；没有的话，告诉我您的房号，我请管家或业主确认。',
  bound: (rooms: string) => `绑定好了：${rooms}。以后报修不用再说房号。`,
  boundStaff: (name: string) => `${name}，您好，员工身份已绑定。发"待办"看手上的事，发"帮助"看指令。`,
  /** The same for a wrong code, a wrong room and a vacant one. */
  bindNotYet: '收到。核对无误后我会告诉您结果；核对期间您照样可以报修。',
  ownCode: (code: string) => `您的绑定码：${code}，10 分钟内有效，只能用一次。请在另一个聊天里发给管家。`,
  locked: '试的次数有点多，请 15 分钟后再试，或联系管理处。报修不受影响。',
  bindApproved: (rooms: string) => `核对好了，已绑定：${rooms}。`,
  bindRejected: '核对没有通过，请带证件到管理处办理，或向物业要一个绑定码。报修不受影响。',
  bindAsk: (room: string, name: string) =>
    `有人申请绑定您的房子 ${room}${name === '' ? '' : `（${name}）`}。是您的家人或租户吗？`,
  bindYes: '是，同意',
  bindNo: '不是',
  bindDecided: '好的，已记下。',
  bindNewMember: (room: string) => `提醒您：有新成员绑定了 ${room}。如不认识，请马上联系我们。`,

  // Photos
  photoTooLarge: '这张照片太大了，请换一张小一点的（20 MB 以内）。文字已经记下了。',
  photoNotPhoto: '这个文件不是照片，我打不开，请发 JPG 或 PNG。文字已经记下了。',
  photoDamaged: '这张照片没传完整，请再发一次。文字已经记下了。',
  photoGone: '这张照片没收到，请再发一次。文字已经记下了。',
}

/** A missing sentence in another language is a compile error. */
export type Wording = typeof zhHans
