// What a page says where the element does not appear: without JavaScript, in a browser that cannot read the script, in a reader
// view, or in a saved page without its script. It stands inside the element, where it is seen until the element runs, and never afterwards.

import { checkedCatalogues } from './texts.mjs';

/** It appears only after a while, so that nobody sees it who sees the page; on paper it is there at once. */
export const lateStyle =
  '.late{padding:1rem;animation:late 1s 3s both}' +
  '@keyframes late{0%,99%{visibility:hidden;max-height:0;overflow:hidden;padding:0}100%{visibility:visible}}' +
  '@media print{.late{animation:none}}\n';

/** The style of the form on paper, on a screen and printed. */
export const paperStyle = `.paper{font:.95rem/1.6 'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b2730;background:#fff}
.paper :lang(en){font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','Liberation Sans',sans-serif}
.paper h1{font-size:1.4rem}.paper h2{font-size:1.1rem;margin:1.6em 0 .5em;page-break-after:avoid}
.paper table{border-collapse:collapse;width:100%;table-layout:fixed}.paper th,.paper td{border:1px solid #777;padding:.4em .6em;text-align:left;vertical-align:top;font-weight:normal;overflow-wrap:break-word;word-wrap:break-word}
.paper thead th{background:#eef1f4}.paper thead th:first-child{width:58%}.paper tr{page-break-inside:avoid}.paper p{margin:0 0 .25em}.paper th p,.paper .small{font-size:.85em;color:#51606d}
.paper .box{display:inline-block;width:.8em;height:.8em;border:1px solid #1b2730;vertical-align:-.05em}.paper .room{display:inline-block;width:9em;max-width:100%;border-bottom:1px solid #1b2730}.paper .room.long{width:14em;height:1.4em}
.paper .sheet{display:none}.paper>label{margin-right:1em}
#sheet-zh:checked~.sheet-zh,#sheet-en:checked~.sheet-en{display:block}
@media print{.paper{max-width:none;padding:0;font-size:10pt}.paper>input,.paper>label{display:none}.paper thead{display:table-header-group}}
`;

const lines = (say) =>
  Object.values(checkedCatalogues())
    .map(({ language, paper, page }) => `<p lang="${language.tag}">${say({ ...paper, still: page.still })}</p>`)
    .join('');

/** That the page cannot appear, and what to do. */
export const notice = () => `<div class="late">${lines(({ still }) => still)}</div>`;

/** The same, and where the form is, for a page with others beside it. */
export const noticeBeside = () =>
  `<div class="late">${lines(({ still, beside, formName }) => `${still} ${beside.replace('{form}', `<a href="form.html">${formName}</a>`)}`)}</div>`;

/** The form, for a page that stands alone. */
export const formBelow = (form) => `<div class="late">${lines(({ below }) => below)}${form}</div>`;
