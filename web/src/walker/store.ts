/** The outbox on the phone's disk (IndexedDB), or in memory where that is forbidden. */

import type { Item, Lane, Store, Stored } from "./outbox";

const NAME = "lapa";
const TABLE = "outbox";

export class MemoryStore implements Store {
  private items: Stored[] = [];
  private next = 1;

  async add(item: Item): Promise<void> {
    this.items.push({ ...item, id: this.next++ });
  }

  async first(lane: Lane, user: string, limit: number): Promise<Stored[]> {
    return this.items.filter((item) => item.lane === lane && item.user === user).slice(0, limit);
  }

  async remove(ids: number[]): Promise<void> {
    this.items = this.items.filter((item) => !ids.includes(item.id));
  }

  async count(lane: Lane, user: string): Promise<number> {
    return this.items.filter((item) => item.lane === lane && item.user === user).length;
  }
}

class DiskStore implements Store {
  constructor(private readonly database: IDBDatabase) {}

  async add(item: Item): Promise<void> {
    await this.run("readwrite", (table) => table.add(item));
  }

  async first(lane: Lane, user: string, limit: number): Promise<Stored[]> {
    return this.run("readonly", (table) => table.index("mine").getAll([lane, user], limit));
  }

  async remove(ids: number[]): Promise<void> {
    await this.run("readwrite", (table) => {
      let last: IDBRequest | undefined;
      for (const id of ids) last = table.delete(id);
      return last ?? table.count();
    });
  }

  async count(lane: Lane, user: string): Promise<number> {
    return this.run("readonly", (table) => table.index("mine").count([lane, user]));
  }

  private run<T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T> | IDBRequest): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(TABLE, mode);
      const request = work(transaction.objectStore(TABLE));
      // after the transaction, not the request: only then it is on the disk
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }
}

/** Opened on first use; an unusable disk is made up for by memory. */
export class LazyStore implements Store {
  private opened: Promise<Store> | undefined;

  private open(): Promise<Store> {
    this.opened ??= openDisk().catch(() => new MemoryStore());
    return this.opened;
  }

  add = async (item: Item) => (await this.open()).add(item);
  first = async (lane: Lane, user: string, limit: number) => (await this.open()).first(lane, user, limit);
  remove = async (ids: number[]) => (await this.open()).remove(ids);
  count = async (lane: Lane, user: string) => (await this.open()).count(lane, user);
}

function openDisk(): Promise<Store> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const table = request.result.createObjectStore(TABLE, { keyPath: "id", autoIncrement: true });
      table.createIndex("mine", ["lane", "user"]);
    };
    request.onsuccess = () => resolve(new DiskStore(request.result));
    request.onerror = () => reject(request.error);
  });
}
