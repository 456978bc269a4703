import type { Connection } from './connection'
import type { FavouriteStore } from './store'

export function createFavouriteStore({ run }: Connection): FavouriteStore {
  return {
    list: () =>
      run(async (database) => (await database.getAllFromIndex('favourites', 'at')).reverse()),
    add: (favourite) =>
      run(async (database) => {
        await database.put('favourites', favourite)
      }),
    remove: (language, entry) =>
      run((database) => database.delete('favourites', [language, entry])),
  }
}
