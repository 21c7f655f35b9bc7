/** What the workers of the offline app use of where they run. (TypeScript knows either pages or workers, not both.) */

export interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface Asked extends Lasting {
  readonly request: Request;
  /** Of the page that asks; empty where a page is asked for. */
  readonly clientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface WorkerScope {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: { get(id: string): Promise<{ readonly url: string } | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', act: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', act: (event: Asked) => void): void;
  addEventListener(name: 'message', act: (event: MessageEvent & Lasting) => void): void;
}

export const worker = self as unknown as WorkerScope;
