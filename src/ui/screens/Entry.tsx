import { useEffect } from 'preact/hooks'
import { openEntry } from '../../app/entry'
import { entryHash } from '../../app/entry-hash'
import { useApp } from '../context'
import { EntryMissing } from '../entry/EntryMissing'
import { EntryPage } from '../entry/EntryPage'
import { useView } from '../use-view'
import type { ScreenProps } from './index'

export function Entry({ route, pages, texts }: ScreenProps<'entry'>) {
  const app = useApp()
  const { language, entry } = route
  const view = useView(() => openEntry(app, language, entry), [app, language, entry])
  const successor = view.kind === 'moved' ? view.successor : undefined

  useEffect(() => {
    if (successor !== undefined) app.router.redirect(entryHash(language, successor))
  }, [successor])
  useEffect(() => {
    if (view.kind !== 'open' || view.row.id !== entry) return
    void pages.history.visit(language, view.row)
    void pages.device.persist()
  }, [view.kind, entry])

  return view.kind === 'open' ? (
    <EntryPage open={view} pages={pages} texts={texts} />
  ) : (
    <EntryMissing view={view} pages={pages} texts={texts} />
  )
}
