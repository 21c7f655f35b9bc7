/** What there is to say of the page as a whole: a file was opened, saved, refused. */
import { CanBeUndone, keepNoticeText } from '../keep/notices';
import type { Notice } from '../session/state';
import { usePage, type Page } from './context';
import { FaultList } from './faults';
import { notLoaded } from './shared';
import { MergedSheet } from '../keep/merged-sheet';
import { SheetReportLists, reportText } from '../inout/report';

function noticeText(page: Page, notice: Notice): string {
  const { t } = page;
  switch (notice.kind) {
    case 'opened':
      return t.notice.opened({ file: notice.name });
    case 'saved':
      return t.notice.saved({ file: notice.name }) + (notice.leftOut > 0 ? t.notice.leftOut({ count: notice.leftOut }) : '');
    case 'cleared':
      return t.notice.cleared;
    case 'pasted':
      return t.table.entered({ count: notice.count }) + (notice.atFault > 0 ? t.table.enteredAtFault({ count: notice.atFault }) : '');
    case 'refused':
      return notice.name === '' ? t.notice.refused : t.notice.refusedFile({ file: notice.name });
    case 'unreadable':
      return t.notice.unreadable({ file: notice.name });
    case 'too_large':
      return t.notice.tooLarge({ file: notice.name });
    case 'foreign':
      return t.notice.foreign[notice.is]({ file: notice.name });
    case 'coming':
      return t.notice.coming;
    case 'restarted':
      return t.notice.restarted;
    case 'loading':
      return t.notice.loading;
    case 'not_loaded':
      return notLoaded(t);
    case 'sheet':
      return reportText(t, notice.report);
    default:
      return keepNoticeText(page, notice);
  }
}

const BAD: readonly Notice['kind'][] = ['refused', 'unreadable', 'too_large', 'foreign', 'not_loaded'];

function isBad(notice: Notice): boolean {
  return notice.kind === 'sheet' ? notice.report.kind !== 'read' : BAD.includes(notice.kind);
}

export function NoticeBox({ notice, dismiss }: { notice: Notice | null; dismiss: () => void }) {
  const page = usePage();
  return (
    <div class="notice-place" role="status">
      {notice !== null && (
        <div part="notice" class={isBad(notice) ? 'notice notice-bad' : 'notice'}>
          <div>
            <p>
              {noticeText(page, notice)}
              <CanBeUndone notice={notice} />
            </p>
            {notice.kind === 'refused' && <FaultList faults={notice.faults} />}
            {notice.kind === 'merged' && notice.sheets.map((sheet) => <MergedSheet sheet={sheet} />)}
            {notice.kind === 'sheet' && <SheetReportLists report={notice.report} />}
          </div>
          <button type="button" class="link" onClick={dismiss}>
            {page.t.actions.close}
          </button>
        </div>
      )}
    </div>
  );
}
