import { routeHash } from '../../app/routes'
import type { Example } from '../../lexicon/example'
import { EDITOR } from '../../lexicon/ids'
import type { Sense } from '../../lexicon/sense'
import { useTexts } from '../context'
import type { EntryPartProps } from './EntryPage'

export function SenseList({ open, texts }: EntryPartProps) {
  const { senses, examples } = open.full
  return (
    <ol class="senses" aria-label={texts.entry.senses}>
      {senses.map((sense) => (
        <SenseItem
          key={sense.id}
          sense={sense}
          examples={examples.filter((example) => example.sense === sense.id)}
          open={open}
          texts={texts}
        />
      ))}
    </ol>
  )
}

interface SenseItemProps extends EntryPartProps {
  readonly sense: Sense
  readonly examples: readonly Example[]
}

function SenseItem({ sense, examples, open, texts }: SenseItemProps) {
  const common = useTexts()
  const lang = open.dictionary.meta.languageTag
  return (
    <li class="sense">
      <p class="gloss big" lang="vi">
        {sense.classifierVi !== undefined && <span class="classifier">{sense.classifierVi} </span>}
        {sense.glossVi.join('; ')}{' '}
        {sense.reviewState !== 'attested' && (
          <span class={`badge ${sense.reviewState}`}>{common.reviewState[sense.reviewState]}</span>
        )}
      </p>
      {sense.glossEn.length > 0 && (
        <p class="sense-en" lang="en">
          {sense.glossEn.join('; ')}
        </p>
      )}
      {sense.definitionVi !== undefined && <p lang="vi">{sense.definitionVi}</p>}
      <Tags sense={sense} open={open} texts={texts} />
      <EditorsWork sense={sense} texts={texts} />
      {examples.map((example) => (
        <p key={example.id} class="example">
          <span class="word" lang={lang}>
            {example.text}
          </span>{' '}
          <span lang="vi">{example.translationVi}</span>
        </p>
      ))}
    </li>
  )
}

/** What of a sense no source has: domains and topics never come from one. */
function EditorsWork({ sense, texts }: Pick<SenseItemProps, 'sense' | 'texts'>) {
  const { parts, editorial } = texts.entry
  const written = [
    sense.glossViSource === EDITOR && sense.glossVi.length > 0 && parts.glossVi,
    sense.glossEnSource === EDITOR && sense.glossEn.length > 0 && parts.glossEn,
    sense.semanticDomain !== undefined && parts.domain,
    sense.topics.length > 0 && parts.topics,
  ].filter((part) => part !== false)
  return written.length === 0 ? null : (
    <p class="small soft" data-testid="editorial">
      {editorial(written.join(', '))}
    </p>
  )
}

function Tags({ sense, open, texts }: EntryPartProps & { readonly sense: Sense }) {
  const { partsOfSpeech, semanticDomains, topics } = open.about
  const partOfSpeech = partsOfSpeech.find(({ id }) => id === sense.partOfSpeech)
  const domain = semanticDomains.find(({ id }) => id === sense.semanticDomain)
  const themes = topics.filter(({ id }) => sense.topics.includes(id))
  return (
    <p class="tags">
      {partOfSpeech !== undefined && (
        <span class="tag">
          {texts.name(partOfSpeech)}
          {sense.partOfSpeechSource === EDITOR && (
            <span class="soft"> ({texts.entry.inferred})</span>
          )}
        </span>
      )}
      {domain !== undefined && (
        <a class="tag" href={routeHash({ name: 'domains', domain: domain.id })}>
          {texts.name(domain)}
        </a>
      )}
      {themes.map((topic) => (
        <a key={topic.id} class="tag" href={routeHash({ name: 'topics', topic: topic.id })}>
          {texts.name(topic)}
        </a>
      ))}
    </p>
  )
}
