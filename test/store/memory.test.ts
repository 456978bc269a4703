import { createMemoryStore } from '../../src/store/memory'
import { storeContract } from '../contract/store'

storeContract('the store in memory', async () => createMemoryStore())
