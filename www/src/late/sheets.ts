/** The late part that reads and writes files for spreadsheets. */
export { assessmentCsv } from '../inout/assessment-csv';
export { readSheetFile } from '../sheet/file';
export { requestWorkbook, templateWorkbook } from '../sheet/template';
