/** What of a merged file of sheets was not read, by cell. */
import { SheetReportLists, reportText } from '../inout/report';
import { usePage } from '../page/context';
import type { SheetReading } from '../sheet/file';
import type { ReadSheet } from '../sheet/report';

/** What is to be said of a file of sheets that is merged. */
export function mergedSheet(file: string, { right, whole, faults, unknown }: SheetReading): ReadSheet {
  return { kind: 'read', file, count: Object.keys(right).length, whole, faults, unknown, changed: [] };
}

/** Whether there is anything in it that was not read. */
export function isPartlyRead({ faults, unknown }: ReadSheet): boolean {
  return faults.length + unknown.length > 0;
}

/** What of a file of sheets was not read, under its line in the list of files. */
export function SheetOfFile({ sheet }: { sheet: ReadSheet }) {
  const { t } = usePage();
  const { count, faults } = sheet;
  return (
    <div class="merge-sheet">
      {count + faults.length === 0 && <p>{reportText(t, sheet)}</p>}
      <SheetReportLists report={sheet} />
    </div>
  );
}

/** What of a merged file of sheets was not read, under the file's name. */
export function MergedSheet({ sheet }: { sheet: ReadSheet }) {
  const { t } = usePage();
  return (
    <div class="merge-sheet">
      <p>
        <strong>{t.merging.of({ file: sheet.file })}</strong>
      </p>
      <SheetReportLists report={sheet} />
    </div>
  );
}
