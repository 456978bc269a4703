import { Component, createRef } from 'preact'
import type { App } from '../app/app'
import { isFirstPage } from '../app/router'
import type { FRAME } from './frame'
import type { AllTexts } from './locales/load'
import { viFirst } from './locales/vi-first'
import { Home } from './screens/Home'
import { SurroundingsContext } from './surroundings'

interface RootProps {
  readonly app: App
}

interface RootState {
  readonly hash: string
  /** Everything around the first answer, once it has been fetched. */
  readonly frame?: typeof FRAME
  readonly texts?: AllTexts
  readonly title?: string | undefined
  readonly fault?: { readonly reason: unknown }
}

/**
 * The whole page: at first only what answers, then its frame around it. The field that is typed into
 * stays the same element throughout. Our own bugs are shown here, and nowhere else.
 */
export class Root extends Component<RootProps, RootState> {
  override state: RootState = { hash: this.props.app.router.hash.value }
  private readonly field = createRef<HTMLInputElement>()

  override componentDidMount() {
    const { app } = this.props
    app.router.hash.subscribe((hash) => {
      if (isFirstPage(hash)) app.lookup.ask(app.router.memory().query ?? '')
      this.setState({ hash })
    })
    this.field.current?.focus({ preventScroll: true })
    addEventListener('unhandledrejection', ({ reason }) => this.setState({ fault: { reason } }))
    import('./frame').then(
      ({ FRAME }) => this.setState({ frame: FRAME, texts: FRAME.texts }),
      () => app.notices.fault({ kind: 'offline' }),
    )
  }

  override componentDidCatch(reason: unknown) {
    this.setState({ fault: { reason } })
  }

  private readonly setTitle = (title: string | undefined) => this.setState({ title })

  render({ app }: RootProps, { hash, frame, texts, title, fault }: RootState) {
    const isFirst = isFirstPage(hash)
    if (frame === undefined || texts === undefined)
      return (
        <SurroundingsContext.Provider value={undefined}>
          <header key="top" class="top cloth">
            <div class="column" />
          </header>
          {isFirst && <Home key="home" app={app} texts={viFirst} field={this.field} />}
        </SurroundingsContext.Provider>
      )
    const { Crash, Appearance, Top, UnderField, Welcome, PageSlot, Notices } = frame
    const surroundings = { app, texts: texts.texts, setTitle: this.setTitle }
    return (
      <SurroundingsContext.Provider value={surroundings}>
        <Appearance key="appearance" onTexts={(next) => this.setState({ texts: next })} />
        <Top key="frame-top" title={isFirst ? undefined : (title ?? '')} />
        <Notices key="notices" />
        {fault !== undefined ? (
          <Crash key="crash" reason={fault.reason} />
        ) : isFirst ? (
          <Home
            key="home"
            app={app}
            texts={texts.texts}
            field={this.field}
            underField={<UnderField field={this.field} />}
            welcome={<Welcome />}
            results={frame.results}
          />
        ) : (
          <PageSlot key="page" hash={hash} texts={texts.pageTexts} />
        )}
      </SurroundingsContext.Provider>
    )
  }
}
