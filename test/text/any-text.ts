import fc from 'fast-check'

/** Strings with much of what these languages are written with, and some of everything else. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(..."aăâbƀdđeêoơuưnghčñx\u0302\u0306\u031b\u0301 -’'"),
    maxLength: 30,
  }),
)
