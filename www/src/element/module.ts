/** The element as a module: to import it defines it. */
import { define } from './define';

/** The element's class. */
export const InfocityCheck = define();
