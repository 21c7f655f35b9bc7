import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether the page is in the document. An element taken out of it keeps what it holds, and nothing of it listens any more. */
export const ConnectedContext = createContext(true);

/** Whether what listens to the window or the document may do so. */
export function useConnected(): boolean {
  return useContext(ConnectedContext);
}
