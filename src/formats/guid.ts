import { v5, validate } from 'uuid'

/** Ours alone, so that our ids give the same guids everywhere and nobody else's ids give them. */
const NAMESPACE = '7d5c3f0e-52b6-4b0e-9c5a-0e1a6f2d9b47'

/** The guid under which a record of ours goes into formats that need one: always the same for an id. */
export const guidOf = (id: string): string => v5(id, NAMESPACE)

export const isGuid = (text: string): boolean => validate(text)
