/** Patches String.prototype when loaded; nothing of it is called by name. */
declare module 'unorm'
