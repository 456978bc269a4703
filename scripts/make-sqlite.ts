import initialise from 'sql.js'
import type { MakeSqlite } from '../src/formats/format'

/** Databases made in memory; the same statements give the same bytes. */
export const makeSqlite: MakeSqlite = async (statements) => {
  const { Database } = await initialise()
  const database = new Database()
  try {
    database.run('BEGIN')
    for (const { sql, rows } of statements) {
      if (rows === undefined) {
        database.run(sql)
        continue
      }
      const statement = database.prepare(sql)
      for (const row of rows) statement.run([...row])
      statement.free()
    }
    database.run('COMMIT')
    return database.export()
  } finally {
    database.close()
  }
}
