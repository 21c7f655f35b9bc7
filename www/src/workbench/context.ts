/** What every part of the workbench needs. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang, Texts } from '../texts';
import type { Desk } from './desk';
import type { Range } from './places';

export interface Workshop {
  readonly desk: Desk;
  readonly lang: Lang;
  readonly t: Texts;
  /** Goes to a place in the text. */
  readonly show: (range: Range) => void;
  /** Goes to a place in the text, given as a JSON pointer. */
  readonly showPlace: (pointer: string) => void;
}

export const WorkshopContext = createContext<Workshop | null>(null);

export function useWorkshop(): Workshop {
  const workshop = useContext(WorkshopContext);
  if (workshop === null) throw new Error('no workshop');
  return workshop;
}
