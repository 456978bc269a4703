import type { Code } from '../../lexicon/concept'
import type { Example } from '../../lexicon/example'
import type { Form } from '../../lexicon/form'
import type { FullEntry } from '../../lexicon/full-entry'
import { EDITOR, type SourceId } from '../../lexicon/ids'
import type { Language, Lexicon, Row } from '../../lexicon/lexicon'
import type { Media } from '../../lexicon/media'
import type { Relation } from '../../lexicon/relation'
import type { Sense } from '../../lexicon/sense'
import type { Source } from '../../lexicon/source'
import { fullEntries } from '../../pack/publish'
import { indexLetter, sortKey } from '../../text/collate'
import { createOrthography, type Orthography } from '../../text/orthography'

/**
 * A dictionary as it is put before readers who have another program: what may be published and is
 * shown by default, in the order of its alphabet, every code with its name. Share-alike forms are left
 * out, since one file has one licence for all that is in it.
 */
export interface Edition {
  readonly language: Language
  readonly orthography: Orthography
  readonly entries: readonly Article[]
  /** The sources of what is in it, by id, with their licences. */
  readonly sources: readonly Source[]
  /** Date of the release, ISO. */
  readonly date: string
}

/** An entry with all it says, names in the place of codes. */
export interface Article {
  readonly id: string
  readonly number: number
  readonly headword: Form
  readonly homograph?: number
  /** The letter of the alphabet it stands under. */
  readonly letter: string
  /** Further spellings, each text once, with the varieties that have it. */
  readonly spellings: readonly NamedForm[]
  readonly transcriptions: readonly NamedForm[]
  readonly senses: readonly NamedSense[]
  readonly relations: readonly NamedRelation[]
  readonly media: readonly Media[]
  readonly note?: string
  /** Who attests it: `Sidwell 2015`. */
  readonly sources: readonly string[]
  /** Whether anything in it is unconfirmed. */
  readonly isDraft: boolean
}

export interface NamedForm {
  readonly form: Form
  readonly varieties: readonly string[]
  readonly notation?: string
}

export interface NamedSense {
  readonly sense: Sense
  readonly partOfSpeech?: Code<string>
  readonly semanticDomain?: Code<string>
  readonly topics: readonly Code<string>[]
  /** Whether an editor of this dictionary wrote the Vietnamese gloss. */
  readonly isEditorial: boolean
  readonly examples: readonly Example[]
}

export interface NamedRelation {
  readonly kind: Relation['kind']
  readonly target: Article['id']
  readonly headword: string
}

export const editionOf = (lexicon: Lexicon, { drafts = false } = {}): Edition => {
  const { published, drafts: unconfirmed } = fullEntries(lexicon)
  const byNumber = new Map(published.map((full) => [full.entry.number, full]))
  if (drafts) for (const full of unconfirmed) byNumber.set(full.entry.number, full)
  const orthography = createOrthography({
    graphemes: values(lexicon.graphemes),
    equivalences: values(lexicon.equivalences),
  })
  const elsewhere = new Set(
    values(lexicon.varieties)
      .filter(({ shown }) => shown === 'compare')
      .map(({ id }) => id),
  )
  const fulls = [...byNumber.values()].flatMap((full) => spokenHere(full, elsewhere))
  const name = namesOf(lexicon, fulls)
  const entries = fulls
    .map((full) => articleOf(full, orthography, name))
    .map((article) => ({
      article,
      key: sortKey(article.headword.text, orthography, article.headword.kind),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.article.number - b.article.number))
    .map(({ article }) => article)
  const used = new Set(fulls.flatMap((full) => sourceIdsOf(full)))
  return {
    language: lexicon.language,
    orthography,
    entries,
    sources: values(lexicon.sources).filter(({ id }) => used.has(id)),
    date: dateOf(lexicon.language.release),
  }
}

/** Without the forms of varieties recorded elsewhere; nothing where no other is left. */
const spokenHere = (full: FullEntry, elsewhere: ReadonlySet<string>): FullEntry[] => {
  const forms = full.forms.filter(({ variety }) => !elsewhere.has(variety))
  const [first] = forms
  if (first === undefined) return []
  const isListed = forms.some(({ id }) => id === full.entry.headwordForm)
  const entry = isListed
    ? full.entry
    : { ...full.entry, headwordForm: first.id, headword: first.text, variety: first.variety }
  return [{ ...full, entry, forms, media: full.media.filter((m) => !elsewhere.has(m.variety)) }]
}

type Names = ReturnType<typeof namesOf>

const namesOf = (lexicon: Lexicon, fulls: readonly FullEntry[]) => {
  const varieties = new Map(values(lexicon.varieties).map(({ id, nameVi }) => [id, nameVi]))
  const notations = new Map(values(lexicon.shared.notations).map(({ id, nameVi }) => [id, nameVi]))
  const sources = new Map(values(lexicon.sources).map((source) => [source.id, shortName(source)]))
  const byEntryOrSense = new Map<string, FullEntry['entry']>()
  for (const { entry, senses } of fulls) {
    byEntryOrSense.set(entry.id, entry)
    for (const { id } of senses) byEntryOrSense.set(id, entry)
  }
  return {
    variety: (id: Form['variety']) => varieties.get(id) ?? id,
    notation: (id: Form['notation']) => (id === undefined ? undefined : notations.get(id)),
    source: (id: SourceId) => (id === EDITOR ? undefined : (sources.get(id) ?? id)),
    entry: (id: string) => byEntryOrSense.get(id),
    partOfSpeech: codeIn(lexicon.shared.partsOfSpeech),
    semanticDomain: codeIn(lexicon.shared.semanticDomains),
    topic: codeIn(lexicon.shared.topics),
  }
}

const codeIn = <Id extends string>(rows: readonly Row<Code<Id>>[]) => {
  const codes = new Map<string, Code<string>>(values(rows).map((code) => [code.id, code]))
  return (id: string | undefined): Code<string> | undefined =>
    id === undefined ? undefined : codes.get(id)
}

/** The first author and the year, as the text cites it. */
const shortName = ({ authors, year, title }: Source): string => {
  const [first = '', ...others] = authors.split('; ')
  const name = first === '' ? title : others.length > 1 ? `${first} và cộng sự` : authors
  return year === '' ? name : `${name} ${year}`
}

const articleOf = (full: FullEntry, orthography: Orthography, name: Names): Article => {
  const { entry, forms, senses, examples, relations, media } = full
  const headword = forms.find(({ id }) => id === entry.headwordForm) ?? forms[0]!
  const others = forms.filter((form) => form !== headword && form.text !== headword.text)
  const sources = sourceIdsOf(full).flatMap((id) => name.source(id) ?? [])
  return {
    id: entry.id,
    number: entry.number,
    headword,
    ...(entry.homograph !== undefined && { homograph: entry.homograph }),
    letter: indexLetter(headword.text, orthography, headword.kind),
    spellings: named(
      others.filter(({ kind }) => kind === 'spelling'),
      name,
    ),
    transcriptions: named(
      forms.filter(({ kind }) => kind === 'transcription'),
      name,
    ),
    senses: senses.map((sense): NamedSense => {
      const partOfSpeech = name.partOfSpeech(sense.partOfSpeech)
      const semanticDomain = name.semanticDomain(sense.semanticDomain)
      return {
        sense,
        ...(partOfSpeech && { partOfSpeech }),
        ...(semanticDomain && { semanticDomain }),
        topics: sense.topics.flatMap((topic) => name.topic(topic) ?? []),
        isEditorial: sense.glossViSource === EDITOR,
        examples: examples.filter((example) => example.sense === sense.id),
      }
    }),
    relations: relations.flatMap(({ kind, to }) => {
      const target = name.entry(to)
      return target ? [{ kind, target: target.id, headword: target.headword }] : []
    }),
    media,
    ...(entry.note !== undefined && { note: entry.note }),
    sources: [...new Set(sources)],
    isDraft: [...forms, ...senses].some(({ reviewState }) => reviewState === 'draft'),
  }
}

/** Forms of one text and notation together, in the order they came. */
const named = (forms: readonly Form[], name: Names): NamedForm[] => {
  const groups = new Map<string, { form: Form; varieties: Set<string> }>()
  for (const form of forms) {
    const key = `${form.notation ?? ''} ${form.text}`
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, { form, varieties: new Set([name.variety(form.variety)]) })
    } else {
      group.varieties.add(name.variety(form.variety))
    }
  }
  return [...groups.values()].map(({ form, varieties }) => {
    const notation = name.notation(form.notation)
    return { form, varieties: [...varieties], ...(notation !== undefined && { notation }) }
  })
}

const sourceIdsOf = ({ forms, senses, examples, media }: FullEntry): SourceId[] => [
  ...new Set([
    ...[...forms, ...senses, ...examples, ...media].map(({ source }) => source),
    ...senses.flatMap(({ glossViSource, glossEnSource }) => [
      ...(glossViSource === undefined ? [] : [glossViSource]),
      ...(glossEnSource === undefined ? [] : [glossEnSource]),
    ]),
  ]),
]

/** `2026.11.0` came out in November 2026. */
const dateOf = (release: string): string => {
  const [year = '1980', month = '1'] = release.split('.')
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-01`
}

const values = <Value>(rows: readonly Row<Value>[]): readonly Value[] =>
  rows.map(({ value }) => value)
