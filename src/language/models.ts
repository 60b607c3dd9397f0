import { LinearModel } from './linear.ts'
import { complaintWeights, intentWeights, kindWeights, repairWeights } from './weights.ts'

export const intentModel = new LinearModel(intentWeights)
export const repairModel = new LinearModel(repairWeights)
export const complaintModel = new LinearModel(complaintWeights)
export const kindModel = new LinearModel(kindWeights)
