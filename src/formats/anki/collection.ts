import type { SqlStatement } from '../format'
import { FIELDS, NOTE_TYPE, type Note } from './notes'

/**
 * The statements that make `collection.anki2`, schema 11, which every Anki since 2.1 and AnkiDroid
 * read (documented in AnkiDroid's wiki, Database-Structure). All numbers come from the release and the
 * entries, so that the same dictionary gives the same bytes and a later one updates the notes.
 */
export const collectionStatements = (collection: Collection): SqlStatement[] => {
  const { notes, deck, place, date } = collection
  const seconds = Date.parse(`${date}T00:00:00Z`) / 1000
  const deckId = FIRST_ID + place * 10
  const ids = noteIds(notes, place)
  return [
    ...TABLES.map((sql) => ({ sql })),
    {
      sql: 'INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)',
      rows: [
        [
          seconds,
          seconds * 1000,
          seconds * 1000,
          JSON.stringify(CONFIGURATION(deckId)),
          JSON.stringify({ [MODEL_ID]: model(seconds, deckId) }),
          JSON.stringify({
            1: deckRow(1, 'Default', seconds),
            [deckId]: deckRow(deckId, deck, seconds),
          }),
          JSON.stringify({ 1: DECK_OPTIONS }),
          '{}',
        ],
      ],
    },
    {
      sql: "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')",
      rows: notes.map(({ guid, fields, tags }, i) => [
        ids[i]!,
        guid,
        MODEL_ID,
        seconds,
        ` ${tags.join(' ')} `,
        fields.join(FIELD_SEPARATOR),
        fields[0]!,
      ]),
    },
    {
      sql: "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
      rows: notes.flatMap((_, i) =>
        TEMPLATES.map((__, side) => [ids[i]! * 2 + side, ids[i]!, deckId, side, seconds, i + 1]),
      ),
    },
  ]
}

export interface Collection {
  readonly notes: readonly Note[]
  readonly deck: string
  /** Of the language among the dictionaries, from 1: keeps its ids apart from those of others. */
  readonly place: number
  /** ISO date of the release. */
  readonly date: string
}

/** Anki's ids are milliseconds at which things were made: ours start at one and count on. */
const FIRST_ID = 1_600_000_000_000
const MODEL_ID = FIRST_ID + 1
const FIELD_SEPARATOR = '\u001f'

/** Up to ten million entries a language and a hundred senses an entry. */
const noteId = (place: number, number: number, sense: number): number =>
  FIRST_ID + place * 1_000_000_000 + number * 100 + sense

/** An entry of more senses takes the next ids that are free: Anki knows notes by their guid. */
const noteIds = (notes: readonly Note[], place: number): readonly number[] => {
  const used = new Set<number>()
  return notes.map(({ number, place: sense }) => {
    let id = noteId(place, number, sense)
    while (used.has(id)) id++
    used.add(id)
    return id
  })
}

const TABLES = [
  'CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null)',
  'CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null)',
  'CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null)',
  'CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null)',
  'CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null)',
  'CREATE INDEX ix_notes_usn ON notes (usn)',
  'CREATE INDEX ix_cards_usn ON cards (usn)',
  'CREATE INDEX ix_revlog_usn ON revlog (usn)',
  'CREATE INDEX ix_cards_nid ON cards (nid)',
  'CREATE INDEX ix_cards_sched ON cards (did, queue, due)',
  'CREATE INDEX ix_revlog_cid ON revlog (cid)',
  'CREATE INDEX ix_notes_csum ON notes (csum)',
]

/** Both directions: from the word to its meaning, and back. */
const TEMPLATES = [
  {
    name: 'Từ → nghĩa',
    qfmt: '<div class="word">{{Từ}}</div>{{Âm thanh}}',
    afmt: '{{FrontSide}}<hr id="answer">{{Nghĩa}}<div class="sound">{{Phiên âm}}</div><div class="example">{{Ví dụ}}</div><div class="source">{{Nguồn}}</div>',
  },
  {
    name: 'Nghĩa → từ',
    qfmt: '{{Nghĩa}}',
    afmt: '{{FrontSide}}<hr id="answer"><div class="word">{{Từ}}</div>{{Âm thanh}}<div class="sound">{{Phiên âm}}</div><div class="example">{{Ví dụ}}</div><div class="source">{{Nguồn}}</div>',
  },
]

/** Lines high enough for two marks above a letter. */
const STYLE = `.card { font-family: "Noto Sans", "Segoe UI", Roboto, sans-serif; font-size: 20px; line-height: 1.7; text-align: center }
.word { font-size: 32px; font-weight: 600 }
.sound, .example { margin-top: .5em }
.source { margin-top: 1em; font-size: 13px; opacity: .75 }`

const model = (seconds: number, deckId: number) => ({
  id: MODEL_ID,
  name: NOTE_TYPE,
  type: 0,
  mod: seconds,
  usn: -1,
  sortf: 0,
  did: deckId,
  tmpls: TEMPLATES.map((template, ord) => ({
    ...template,
    ord,
    bqfmt: '',
    bafmt: '',
    did: null,
  })),
  flds: FIELDS.map((name, ord) => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  })),
  css: STYLE,
  latexPre: '',
  latexPost: '',
  tags: [],
  vers: [],
  req: [
    [0, 'any', [0, 4]],
    [1, 'any', [2]],
  ],
})

const deckRow = (id: number, name: string, seconds: number) => ({
  id,
  name,
  mod: seconds,
  usn: -1,
  desc: '',
  dyn: 0,
  conf: 1,
  collapsed: false,
  browserCollapsed: false,
  extendNew: 0,
  extendRev: 0,
  newToday: [0, 0],
  revToday: [0, 0],
  lrnToday: [0, 0],
  timeToday: [0, 0],
})

const CONFIGURATION = (deckId: number) => ({
  activeDecks: [deckId],
  curDeck: deckId,
  curModel: String(MODEL_ID),
  nextPos: 1,
  sortType: 'noteFld',
  sortBackwards: false,
  addToCur: true,
  collapseTime: 1200,
  dueCounts: true,
  estTimes: true,
  newSpread: 0,
  timeLim: 0,
})

const DECK_OPTIONS = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  new: {
    delays: [1, 10],
    ints: [1, 4, 7],
    initialFactor: 2500,
    order: 1,
    perDay: 20,
    bury: true,
    separate: true,
  },
  rev: { perDay: 100, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, bury: true },
  lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
}
