/** Gives a runtime without it `String.prototype.normalize`. A module of its own: it is CommonJS, and its wrapping stays out of the first script. */
import 'unorm'
