/** What can be handed out for a spreadsheet, in the menu. */
import { usePage } from '../page/context';
import { MenuItem } from '../page/menu';
import { saveCsv, saveTemplate } from './save';

/** The form as a workbook, with what was entered. */
export function SheetItem() {
  const page = usePage();
  return (
    <MenuItem
      name="save-template"
      act={() => {
        saveTemplate(page);
      }}
    >
      {page.t.inout.saveTemplate}
    </MenuItem>
  );
}

/** The assessment as a table. */
export function CsvItem() {
  const page = usePage();
  return (
    <MenuItem
      name="save-csv"
      act={() => {
        saveCsv(page);
      }}
    >
      {page.t.inout.saveCsv}
    </MenuItem>
  );
}
