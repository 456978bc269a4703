import fc from 'fast-check'
import { ENTRY_FIELDS, type Entry } from '../../src/lexicon/entry'
import { EXAMPLE_FIELDS, type Example } from '../../src/lexicon/example'
import type { Field } from '../../src/lexicon/field'
import { FORM_FIELDS, type Form } from '../../src/lexicon/form'
import type { FullEntry } from '../../src/lexicon/full-entry'
import { MEDIA_FIELDS, type Media } from '../../src/lexicon/media'
import { RELATION_FIELDS, type Relation } from '../../src/lexicon/relation'
import { SENSE_FIELDS, type Sense } from '../../src/lexicon/sense'

const id = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/),
  fc
    .tuple(fc.constantFrom('bn-', 'bn-f', ''), fc.nat(99999), fc.integer({ min: 1, max: 20 }))
    .map(([prefix, number, width]) => prefix + String(number).padStart(width, '0')),
)
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })

const arbitraryValue = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'number':
      return fc.integer({ min: 1, max: 0xffffffff })
    case 'choice':
      return fc.constantFrom(...(field.choices ?? []))
    case 'list':
    case 'references':
      return fc.array(text, { maxLength: 3 })
    case 'id':
      return id
    case 'reference':
      return field.of === 'entry' ? id : text
    default:
      return text
  }
}

/** Any record its field table allows. */
const recordOf = (fields: Readonly<Record<string, Field>>): fc.Arbitrary<object> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, arbitraryValue(field)]),
    ),
    {
      requiredKeys: Object.entries(fields).flatMap(([name, { required, kind }]) =>
        required || kind === 'list' || kind === 'references' ? [name] : [],
      ),
    },
  )

export const arbitraryForms: fc.Arbitrary<readonly Form[]> = fc.array(
  recordOf(FORM_FIELDS) as fc.Arbitrary<Form>,
  { maxLength: 4 },
)

/** Any entry its field tables allow, what hangs on it mostly pointing back to it. */
export const arbitraryEntry: fc.Arbitrary<FullEntry> = fc
  .record({
    entry: recordOf(ENTRY_FIELDS) as fc.Arbitrary<Entry>,
    forms: arbitraryForms,
    senses: fc.array(recordOf(SENSE_FIELDS) as fc.Arbitrary<Sense>, { maxLength: 3 }),
    examples: fc.array(recordOf(EXAMPLE_FIELDS) as fc.Arbitrary<Example>, { maxLength: 2 }),
    relations: fc.array(recordOf(RELATION_FIELDS) as fc.Arbitrary<Relation>, { maxLength: 2 }),
    media: fc.array(recordOf(MEDIA_FIELDS) as fc.Arbitrary<Media>, { maxLength: 2 }),
    isTidy: fc.boolean(),
  })
  .map(({ isTidy, ...full }) => (isTidy ? tidy(full) : full))

const tidy = ({ entry, forms, senses, ...rest }: FullEntry): FullEntry => {
  const [first] = forms
  return {
    ...rest,
    entry: first ? { ...entry, headwordForm: first.id, headword: first.text } : entry,
    forms: forms.map((form) => ({ ...form, entry: entry.id })),
    senses: senses.map((sense) => ({
      ...sense,
      entry: entry.id,
      ...(first && {
        source: first.source,
        sourceRow: first.sourceRow,
        licence: first.licence,
      }),
    })),
  }
}
