// One connection of the DevTools protocol: commands with answers, and events.

import WebSocket from 'ws';

const patience = 60_000;

export class Connection {
  #socket;
  #last = 0;
  #waiting = new Map();
  /** Every event so far, in order. */
  events = [];

  static async open(url) {
    const connection = new Connection();
    const socket = new WebSocket(url, { perMessageDeflate: false });
    connection.#socket = socket;
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.on('message', (data) => connection.#receive(JSON.parse(data)));
    socket.on('close', () => connection.#lost());
    return connection;
  }

  #receive(message) {
    if (message.id === undefined) {
      this.events.push(message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message ?? message.message}`));
    else waiting?.resolve(message.result);
  }

  #lost() {
    for (const { reject, method } of this.#waiting.values()) reject(new Error(`${method}: the tab is gone`));
    this.#waiting.clear();
  }

  send(method, params = {}) {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`${method}: no answer in ${patience / 1000} s`));
      }, patience);
      const settle = (how) => (value) => {
        clearTimeout(timer);
        how(value);
      };
      this.#waiting.set(id, { method, resolve: settle(resolve), reject: settle(reject) });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close() {
    this.#socket.close();
  }
}
