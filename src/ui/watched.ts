import { Component, type ComponentChildren, type ComponentType } from 'preact'
import { watch } from '../app/watch'

/**
 * A component that is drawn again whenever a signal changes that it read while it was drawn. For the
 * first screen, which does without hooks; every other page reads signals by `useSignal`.
 */
export const watched = <Props>(draw: (props: Props) => ComponentChildren): ComponentType<Props> =>
  class Watched extends Component<Props> {
    private stop = () => {}

    override componentWillUnmount() {
      this.stop()
    }

    render() {
      this.stop()
      let drawn: ComponentChildren
      let isDrawn = false
      this.stop = watch(() => {
        if (isDrawn) this.setState({})
        else drawn = draw(this.props)
        isDrawn = true
      })
      return drawn
    }
  }
