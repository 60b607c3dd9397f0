/** Closed lists of what a resident's matter can be about. */
export const repairCategories = [
  'plumbing',
  'electrical',
  'hvac',
  'doors_windows',
  'elevator',
  'public_lighting',
  'network',
  'gas',
  'structure_leak',
  'appliance',
  'landscaping',
  'access_control',
  'parking',
  'other',
] as const
export type RepairCategory = (typeof repairCategories)[number]

export const complaintCategories = [
  'security',
  'cleaning',
  'noise',
  'parking',
  'landscaping',
  'staff_attitude',
  'repair_quality',
  'facilities',
  'fees',
  'renovation_noise',
  'pets',
  'other',
] as const
export type ComplaintCategory = (typeof complaintCategories)[number]

export type Category = RepairCategory | ComplaintCategory

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]
