/** What we use of sql.js, which brings no declarations. */
declare module 'sql.js' {
  type Value = string | number | Uint8Array | null

  interface Statement {
    run(values: readonly Value[]): void
    free(): void
  }

  interface Database {
    run(sql: string): void
    prepare(sql: string): Statement
    exec(sql: string): readonly { readonly columns: string[]; readonly values: Value[][] }[]
    export(): Uint8Array
    close(): void
  }

  export default function initialise(): Promise<{
    readonly Database: new (bytes?: Uint8Array) => Database
  }>
}
