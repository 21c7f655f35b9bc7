/** Which files are sheets: what is to be known before any is read or written. */

/** The files that are read as sheets, as a file picker asks for them. */
export const SHEET_FILES = '.xlsx,.csv';

/** Whether a file is to be read as sheets. Older formats are as well, to be told apart by what is said of them. */
export function isSheet(file: File): boolean {
  return /\.(xlsx|xlsm|xltx|csv|xls|et|ods)$/i.test(file.name);
}
