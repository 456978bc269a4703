/** Of the app, as package.json has it: change sets say what made them. */
export const APP_VERSION = '0.1.0'
