/** Every sentence a resident can receive, in plain English: short, for people who learnt it as a second language. */
import type { RepairCategory } from '../domain/matter.ts'
import { yuan } from './when.ts'
import type { Wording } from './zhHans.ts'

const slotNames = {
  target: 'Who or what it is about',
  description: 'Problem',
  location_kind: 'Home or shared area',
  room: 'Home number',
  place: 'Place',
  time: 'Time',
  phone: 'Phone',
}

const categoryNames: Record<RepairCategory, string> = {
  plumbing: 'water pipes and drains',
  electrical: 'electricity',
  hvac: 'air conditioning and heating',
  doors_windows: 'doors, windows and locks',
  elevator: 'lift',
  public_lighting: 'shared lighting',
  network: 'internet',
  gas: 'gas',
  structure_leak: 'water coming through walls or ceilings',
  appliance: 'home appliance',
  landscaping: 'garden and plants',
  access_control: 'door entry system',
  parking: 'parking equipment',
  other: 'other',
}

const stateNames: Record<string, string> = {
  to_classify: 'being checked',
  collective: 'being handled together',
  contacting: 'we are contacting you',
  referred: 'with somebody outside',
  explaining: 'answer being prepared',
  investigating: 'being looked into',
  acting: 'being dealt with',
  answer_ready: 'answer being prepared',
  replied: 'answered, waiting for your view',
  closed_superseded: 'taken up again',
  withdrawn: 'withdrawn',
  logged: 'registered',
  reviewing: 'our supervisor is assessing it',
  quoted: 'waiting for you to confirm the price',
  dispatching: 'being assigned to a technician',
  accepted: 'the technician has accepted it',
  on_site: 'the technician has arrived',
  no_access: 'nobody was at home, waiting for a new time from you',
  rescheduling: 'choosing a new time',
  requoting: 'waiting for you to confirm the new price',
  repairing: 'being repaired',
  awaiting_materials: 'waiting for materials',
  awaiting_signoff: 'repaired, waiting for you to try it',
  signed_off: 'confirmed by you',
  returned: 'finished, waiting for our follow-up',
  rework: 'arranging to repair it again',
  vendor_referred: 'specialist company recommended',
  closed: 'closed',
  closed_not_repaired: 'not repaired, closed',
  cancelled: 'cancelled',
  open: 'waiting for a colleague',
  acknowledged: 'a colleague is working on it',
}

/** The name may not be known yet. */
const technician = (name: string) => (name === '' ? 'the technician' : `technician ${name}`)

export const en: Wording = {
  language: 'English',
  name: 'Guanjia',
  joined: (parts) => parts.join('\n'),

  // First words
  greeting: (estate) =>
    `Hello, I am Guanjia, the service assistant of ${estate}. If something needs repair, or you have a question, at home or on the estate, just tell me.`,
  intro: (estate: string) => `Hello, this is the ${estate} service desk.`,
  hello: 'Hello, I am here. How can I help you?',
  menu: 'You can just tell me, or choose one:',
  menuRepair: 'Report a repair',
  menuStatus: 'Check status',
  menuHuman: 'Talk to a person',
  menuBind: 'Link my home',
  welcomeBack: 'You are welcome. I am here whenever you need me.',
  goPrivate:
    'To protect your privacy, please write to me in a private chat. I will help you there right away.',
  slowDown:
    'Your messages are coming a little fast. I have noted all of them. Please wait a moment before the next one. If it is urgent, please just say a word like "fire", "gas leak" or "help me", and I will call someone right away.',
  notUnderstood: 'Sorry, I did not quite understand. You can say it in another way, or choose one:',
  twiceNotUnderstood:
    'I am sorry, I still do not understand. Shall I pass what you said to a customer service colleague?',
  yesHand: 'Pass it to a colleague',
  noHand: 'I will say it again',
  languageSet: 'OK, I will use English from now on.',
  buttonUsed: 'This button has already been used. There is no need to press it again.',
  buttonExpired: 'This button has expired. If you still need it, please just write to me.',
  buttonNotYours: 'This button is for someone else. Nothing was changed.',

  // Repair: one question at a time
  askDescription: 'What is broken? Please tell me about it. You can also send a photo.',
  askLocationKind: 'Is it inside your home, or in a shared area?',
  atHome: 'My home',
  inPublic: 'Shared area',
  askRoom: 'Which home is it? For example 3-2-501 (Building 3, Unit 2, Room 501).',
  askWhichRoom: 'Which of your homes is it?',
  askPlace: 'Where in the shared area is it? For example: Building 3 lobby, or underground car park Zone B.',
  askTime: 'When would be a good time for the technician to come?',
  asap: 'As soon as possible',
  thisAfternoon: 'This afternoon',
  tomorrowMorning: 'Tomorrow morning',
  tomorrowAfternoon: 'Tomorrow afternoon',
  askTarget: 'Which flat, place or member of staff is it about? If you are not sure, just say so.',
  askWhat: {
    repair: 'What is broken? In your own words, and a photo helps.',
    complaint: 'Please tell me what happened. I am writing it down.',
    service: 'What would you like us to do?',
    renovation: 'What would you like to renovate?',
    movein: 'I will note your move-in. What are your plans?',
    moveout: 'I will note your move-out. What are your plans?',
  },
  askDay: {
    complaint: 'When did it happen?',
    renovation: 'When would the work start? A rough date is fine.',
    movein: 'Which day would you like to move in?',
    moveout: 'Which day would you like to move out?',
  },
  askPhone: 'Which mobile number can the technician call you on?',
  askWhich: 'OK. Which part would you like to change?',
  whichSlot: slotNames,
  photoThanks: (n) => (n > 1 ? `I have received ${n} photos.` : 'I have received the photo.'),
  otherKept: 'Received. I have added it to this matter, and a colleague will look at it.',
  roomIncomplete:
    'Almost there: please tell me the building and the room number together, for example 3-2-501.',
  timePast: 'That time has already passed. Could you choose another one?',
  timeNight: 'Home visits have to end before 22:00. Could you choose an earlier time?',
  answerNotClear: 'Sorry, I did not understand that.',
  restate: (lines) => `Please check this:\n${lines.join('\n')}\nMay I submit it like this?`,
  lineWhat: (text) => `Problem: ${text}`,
  lineWhere: (text, home) => `Place: ${text} (${home ? 'home' : 'shared area'})`,
  lineWhen: (text) => `Time: ${text}`,
  linePhone: (phone, name) => `Phone: ${phone}${name === '' ? '' : ` ${name}`}`,
  linePhotos: (n) => `Photos: ${n}`,
  lineTarget: (text: string) => `About: ${text}`,
  lineAnonymous: 'Anonymous: yes, my colleagues do not see your name and flat',
  lineMayBeAnonymous: '(Tell me if you would rather stay anonymous.)',
  linePaid: 'Price: we quote first and come only after you agree.',
  lineFee: (standard) => `Charges: ${standard}. The technician does not take cash.`,
  lineReview:
    'Charges: our supervisor will assess it first, and tell you within 15 minutes whether we can do it and what it costs. We will only come after you agree.',
  photosOnly: 'see photos',
  yes: 'Yes, submit',
  edit: 'Change',
  cancel: 'Cancel',
  filed: (number, promise) =>
    `Registered. Your number is ${number}.${promise === '' ? '' : ` ${promise}`}\nThank you for telling us. Is there anything else?`,
  promiseArrival: (when) => `The technician will arrive by ${when}.`,
  promiseSlot: (when) => `The technician will come at the agreed time: ${when}.`,
  promiseSoon: 'We are finding a technician. When one has accepted, we will tell you the time.',
  vendorDone: 'Yes, done',
  vendorNotDone: 'Not yet',
  vendorThanks: 'Thank you for telling us.',
  extended: (number, when) => `${number}: we are sorry, this will take longer. The new time is ${when}.`,
  whichUnit: (units) => `This building has units ${units.join(', ')}. Which one is yours?`,
  unit: (unit) => `Unit ${unit}`,
  promiseReview: (when) =>
    `Our supervisor will tell you by ${when} whether we can repair it and what it costs.`,
  sameAgain: (number) =>
    `This has just been registered. The number is ${number}. There is no need to report it again.`,
  dropped: 'OK, I will not register it this time. Tell me whenever you need it.',
  nextMatter: (what: string) => `Now the other matter: ${what}`,
  resumeOffer: 'What you were telling me before is not submitted yet. Let us go on with it.',
  restarted: 'Our system was updated. I have kept what you told me. Please check it once more.',
  nudge:
    'You have a repair that is not submitted yet. Reply to me to go on with it. If you do not need it any more, please reply "cancel".',
  nothingToCancel:
    'Nothing is being registered right now. To cancel a registered repair, please send "cancel" and its number.',
  nothingToEdit: 'Nothing is being registered right now. Please just tell me what you need.',
  noted: (number) => `I have added it to ${number}.`,

  // Progress
  noRecords: 'You have nothing in progress at the moment.',
  records: (lines) => `In progress for you:\n${lines.join('\n')}`,
  recordLine: (number, what, state, next) => `${number} ${what} · ${state}${next === '' ? '' : `, ${next}`}`,
  stateName: (state) => stateNames[state] ?? state,
  nextBy: (when) => `next step by ${when}`,
  categoryName: (category) => categoryNames[category],

  // The repair on its way
  technicianTold: (number, name) => `${number}: ${technician(name)} has been told about your repair.`,
  accepted: (number, name, promise) =>
    `${number}: ${technician(name)} has accepted the job.${promise === '' ? '' : ` ${promise}`}`,
  arrived: (number, name) => `${number}: ${technician(name)} has arrived.`,
  feeQuestion: (number, standard) =>
    `${number}: before the work starts, please look at the charges: ${standard}. The technician does not take cash. Do you agree?`,
  quote: (number, total, item) =>
    `${number}: ${item === '' ? '' : `${item}, `}the price is ${total} yuan. The technician does not take cash. Do you agree?`,
  requote: (number, total, item) =>
    `${number}: we are sorry, things on site are different from what was first described${item === '' ? '' : ` (${item})`}. The new price is ${total} yuan. Do you agree?`,
  agree: 'I agree',
  disagree: 'I do not agree',
  consented: (number) => `${number}: thank you, I have noted that you agree.`,
  priceRefused: (number) =>
    `${number}: OK, we will not repair it this time. When you have thought it over, you can report it again at any time.`,
  handedBack: (number) =>
    `${number}: the technician had a change of plan, and we are arranging it again. We are sorry to keep you waiting.`,
  noAccess: (number) =>
    `${number}: nobody was at home when the technician came, so we left a note. Which new time would suit you?`,
  rescheduling: (number) => `${number}: OK, let us choose another time. When would suit you?`,
  rebooked: (number, when) => `${number}: the visit has been changed. New time: ${when}.`,
  rebookHow: (number) => `Please tell me a time, for example: tomorrow 10 am (${number}).`,
  started: (number) => `${number}: the technician has started the repair.`,
  parts: (number, price, when) =>
    `${number}: we need to buy materials${price === '' ? '' : `, which cost ${price} yuan`}. ${when === '' ? 'When they arrive, we will arrange a time with you.' : `Next visit: ${when}.`}`,
  finished: (number, fee) =>
    `${number}: the technician says it is repaired. Please try it. ${fee === '' ? '' : `${fee} `}Is everything working?`,
  feeIs: (yuanText) => `The fee is ${yuanText} yuan.`,
  feePending: 'We will tell you the fee after our supervisor has confirmed it.',
  works: 'Works, I confirm',
  stillBroken: 'Still a problem',
  backToWork: (number) => `${number}: OK, the technician will go on working until it is repaired.`,
  signed: (number) => `${number}: confirmed, thank you. Is there anything else I can help you with?`,
  publicDone: (number) =>
    `${number}: the shared facility you told us about has been repaired. Thank you for telling us.`,
  feeFixed: (number, total) => `${number}: the confirmed fee is ${total} yuan.`,
  callback: (number) =>
    `${number}: are you satisfied with the quality of this repair and the way you were treated?`,
  satisfied: 'Satisfied',
  basically: 'Basically satisfied',
  unsatisfied: 'Not satisfied',
  callbackThanks: 'Thank you for your answer. I am here whenever you need me.',
  callbackSorry: (number) =>
    `${number}: we are sorry that you are not satisfied. Customer service and the department supervisor will visit you together, and work on it again until you are satisfied.`,
  didHeCome: (number) => `${number}: it is the agreed time now. Has the technician arrived?`,
  hasCome: 'Yes, arrived',
  notCome: 'Not yet',
  cameThanks: 'Good, thank you for telling me.',
  notComeSorry:
    'We are sorry to keep you waiting. I have urged the technician and the supervisor, and will get back to you right away.',
  vendor: (number, name, phone) =>
    `${number}: we are sorry, this is something we cannot do. A specialist company for this is ${name}, phone ${phone}.`,
  notRepaired: (number, reason) =>
    `${number}: we are sorry, we cannot repair this${reason === '' ? '' : `: ${reason}`}.`,
  vendorOutcome: (number) => `${number}: has the company we recommended solved it for you?`,
  cancelled: (number) => `${number} is cancelled. You can report it again whenever you need.`,
  cannotCancel: (number, state) =>
    `${number} is now "${state}", so I cannot cancel it directly. Shall I pass it to a colleague?`,
  notFound: (number) => `I could not find ${number} among your matters. Please check the number.`,
  notNow: (number, state) => `${number} is now "${state}". This step is no longer needed.`,
  overdueSorry: (number) =>
    `${number}: we are sorry to keep you waiting. We have reported it to the supervisor to speed it up.`,
  reworkOn: (number) => `${number}: the technician has started to repair it again.`,
  yuan,

  // Matters that are no repair
  complaintSorry: 'I am sorry about this.',
  matterFiled: {
    complaint: (number: string, when: string) =>
      `Your complaint is on record as ${number}. A colleague will contact you by ${when}, and we will check with you again once it is dealt with. Thank you for telling us.`,
    service: (number: string, when: string) =>
      `Noted as ${number}. You will get a quote by ${when}; we come only after you agree.`,
    renovation: (number: string, when: string) =>
      `Your renovation request is noted as ${number}. A colleague will tell you by ${when} which papers and fees are needed. Please do not start before you have the permit.`,
    movein: (number: string, when: string) =>
      `Your move-in is noted as ${number}. A colleague will tell you by ${when} what to bring and how you get the keys.`,
    moveout: (number: string, when: string) =>
      `Your move-out is noted as ${number}. A colleague will go through fees, the goods pass and the keys with you by ${when}.`,
  },
  askWitness:
    'If anybody saw it, or you have a photo or a video, please tell me or send it: it helps us find out.',
  complaintTaken: (number: string, name: string) =>
    `${number}: ${name} has your complaint in hand and will contact you as soon as possible.`,
  answerAgreed: (number: string, when: string) => `${number}: agreed, you will have our answer by ${when}.`,
  complaintReferred: (number: string) =>
    `${number}: somebody outside has to solve this with us. We are in contact with them and will tell you right away when there is news.`,
  complaintProgress: (number: string, text: string) => `${number}, news: ${text}`,
  complaintAnswered: (number: string, text: string) => `${number}, the outcome: ${text}\nAre you satisfied?`,
  complaintThanks: 'Thank you for your understanding and your views. I am here whenever you need me.',
  complaintAgain: (number: string, when: string) =>
    `I am sorry this did not satisfy you. We take it up again as ${number}; a colleague will contact you by ${when}.`,
  matterDone: (number: string) =>
    `${number} is done. If you are not happy with it, tell me and we will look at it again.`,
  matterKept: {
    suggestion: (number: string) =>
      `Thank you for the suggestion. It is noted (${number}) and goes to the colleague in charge.`,
    praise: (number: string) => `Thank you! It is noted (${number}) and I will pass it on.`,
    activity: (number: string, when: string) =>
      `Your name is down (${number}). A colleague will confirm by ${when}.`,
    enquiry: (number: string, when: string) =>
      `I have passed your question on (${number}). You will have an answer by ${when}.`,
  },

  // A person
  handedOver: (number) =>
    `OK, I have passed this to a customer service colleague (${number}), with everything you told me. They will reply to you as soon as they can.`,
  handedOverSorry: (number) =>
    `We are sorry for the trouble. I have passed your words to a customer service colleague (${number}), who will reply to you as soon as they can.`,
  passedOn: (number) =>
    `Passed to a customer service colleague (${number}), who will reply to you as soon as they can.`,
  colleagueHere: (name) => `${name} is here to help you now. Please go ahead.`,
  colleagueSays: (name, text) => `${name}: ${text}`,
  colleagueDone:
    'My colleague has finished with this. I am back to help you. Tell me whenever you need something.',
  backToBot: 'OK, I am back to help you.',

  // Emergencies
  emergency: (what, number) =>
    `I have called for help. Our staff on duty are coming right away (${number}).\n${what}\nFire 119 · Ambulance 120 · Police 110`,
  doGas:
    'Please do not touch any light switch, do not light any flame, and do not use a phone indoors. Open the doors and windows, and go outside quickly.',
  doFire: 'Please leave right away. Stay low and use the stairs. Do not use the lift. Call 119.',
  doLift:
    'Please do not force the doors open. Press and hold the call button inside the lift, and stand firmly against the wall. Help is coming right away.',
  doMedical:
    'Please call 120 right away, and have one person stay with the patient. We will meet the ambulance at the entrance.',
  doCrime: 'Please keep yourself safe first. Get away from the danger, and call 110.',
  doFlood:
    'If you can do so safely, please turn off the main water valve and the main power switch. Do not touch any socket that is in water. Go to a higher place and wait for us.',
  doShock:
    'Please switch off the main power first. Do not directly touch the person who is getting the shock. Call 120.',
  doFalling: 'Please move away from the dangerous place, and keep other people away from it.',
  doOther: 'Please make sure that you are safe first.',
  askEmergencyPlace: 'Where is it? Please tell me the building, unit and room, or describe the place.',
  emergencyPlaceKept: 'Received. I have told my colleagues where it is.',

  // Who lives where
  bindHow:
    'Please send me the 8-character link code from the property office. If you do not have one, tell me your home number, and I will ask our staff or the owner to confirm.',
  bound: (rooms) => `Linked: ${rooms}. From now on you can report a repair without giving your home number.`,
  boundStaff: (name) =>
    `Hello ${name}, you are now linked as staff. Send "due" to see your work, or "help" to see the commands.`,
  bindNotYet:
    'Received. I will tell you the result once it has been checked. Until then you can still report repairs.',
  ownCode: (code) => `Your code: ${code}. It works once, for 10 minutes. Send it to me in the other chat.`,
  locked:
    'There have been a few too many tries. Please try again after 15 minutes, or contact the estate office. You can still report repairs.',
  bindApproved: (rooms) => `Checked and linked: ${rooms}.`,
  bindRejected:
    'We could not confirm it. Please bring your ID to the estate office, or ask the property office for a link code. You can still report repairs.',
  bindAsk: (room, name) =>
    `Someone${name === '' ? '' : ` (${name})`} has asked to be linked to your home ${room}. Is it a family member or a tenant of yours?`,
  bindYes: 'Yes, I agree',
  bindNo: 'No',
  bindDecided: 'OK, I have noted it.',
  bindNewMember: (room) =>
    `For your information: a new member was linked to ${room}. If you do not know this person, please contact us right away.`,

  // Photos
  photoTooLarge:
    'This photo is too large. Please send a smaller one (up to 20 MB). Your text has been noted.',
  photoNotPhoto:
    'This file is not a photo and I cannot open it. Please send a JPG or PNG. Your text has been noted.',
  photoDamaged: 'This photo did not arrive complete. Please send it again. Your text has been noted.',
  photoGone: 'I did not receive this photo. Please send it again. Your text has been noted.',
}
