import { InfocityWorkbench } from './infocity-workbench';

// A page may carry the script twice.
if (customElements.get('infocity-workbench') === undefined) customElements.define('infocity-workbench', InfocityWorkbench);
