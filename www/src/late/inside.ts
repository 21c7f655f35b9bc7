/** The late parts, inside the script. (A build that keeps them as files beside it takes beside.ts in its place.) */
import { present } from './late';
import * as paste from './paste';
import * as sheets from './sheets';
import * as why from './why';
import * as windows from './windows';

export const latePaste = present(paste);
export const lateSheets = present(sheets);
export const lateWhy = present(why);
export const lateWindows = present(windows);
