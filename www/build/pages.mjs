// The pages: one that embeds the element as a ministry would, one that is a single file, and the workbench for rulebooks.

import { formBelow, lateStyle, notice, noticeBeside, paperStyle } from './late.mjs';

export const title = '信息消费示范城市申报自评';

/** A printed page, with its number between dashes, which are in ASCII as all styles are. */
export const paperSize =
  '@page{size:A4;margin:24mm 22mm 22mm}' +
  // A rule of its own: browsers that number no pages drop it whole.
  '@page{@bottom-center{content:"\\2014  " counter(page) " \\2014";font:10.5pt serif}}\n';

/** What a host's own style sheet would hold; everything else is the element's. */
export const pageStyle = `body{margin:0}infocity-check{min-height:100vh}@media print{infocity-check{min-height:0}}${paperSize}`;

/** The style of the page that embeds the element: that, and the way to the workbench. */
export const indexStyle =
  pageStyle +
  lateStyle +
  '.workbench{margin:0;padding:.75rem 1.5rem;font:.875rem/1.5 sans-serif;color:#51606d;background:#f3f5f7}.workbench a{color:#1b4f7d}' +
  '@media(prefers-color-scheme:dark){.workbench{color:#a6b3be;background:#12181d}.workbench a{color:#8bbbe6}}' +
  '@media print{.workbench{display:none}}\n';

export const workbenchStyle = 'body{margin:0}infocity-workbench{min-height:100vh}\n';

const noscript =
  '<noscript><p>本页需要启用 JavaScript。请在浏览器设置中启用后刷新。</p>' +
  '<p lang="en">This page needs JavaScript: enable it in the browser and reload.</p></noscript>';

/** A page that says first of all that it is UTF-8: that comes before what a server's header says. */
export const page = (head, body, script, named = title, lang = 'zh-CN') => `\ufeff<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${named}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${noscript}
${body}
${script}
</body>
</html>
`;

export const indexPage = () =>
  page(
    '<link rel="stylesheet" href="index.css">\n<meta name="referrer" content="same-origin">',
    `<main><infocity-check>${noticeBeside()}</infocity-check></main>
<p class="workbench" data-app role="status" hidden></p>
<p class="workbench"><a href="workbench.html">指标体系编制台</a> <a href="workbench.html?lang=en" lang="en" hreflang="en">Workbench for indicator systems</a> ·
<a href="embed.html">嵌入代码</a> <a href="embed.html?lang=en" lang="en" hreflang="en">Code to embed</a> ·
<a href="webmaster.html">网站管理员须知</a> <a href="webmaster.html#en" lang="en" hreflang="en">For webmasters</a></p>`,
    '<script src="infocity-check.js" defer></script>\n<script src="app.js" defer></script>',
  );

export const workbenchPage = () =>
  page(
    '<link rel="stylesheet" href="workbench.page.css">',
    '<main><infocity-workbench></infocity-workbench></main>',
    '<script src="workbench.js" defer></script>',
    '指标体系编制台 · Workbench for indicator systems',
  );

const singleStyle = pageStyle + lateStyle + paperStyle;

/** A page that needs nothing but itself; `content` stands inside the element. */
const onePage = ({ lang, named, policy, content, script, licences }) =>
  page(
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<style>${singleStyle}</style>`,
    `<main><infocity-check>${notice()}${content}</infocity-check></main>`,
    `<script data-single-file>${script}</script>\n${licences}`,
    named,
    lang,
  );

/** That page without what differs from one to another: the texts before, between and after these parts. */
export const singleFileParts = () => {
  const parts = ['lang', 'named', 'policy', 'content', 'script', 'licences'];
  return onePage(Object.fromEntries(parts.map((part) => [part, `\0`]))).split('\0');
};

/**
 * The page as it is built, with the form on paper in it. Its policy lets run what is in it and lets nothing be fetched. The licences
 * of what is in it stand at its end: nothing goes with a file that is handed on alone.
 */
export const singleFile = (js, css, hash, form, licences) => {
  const policy = [
    `default-src 'none'`,
    `script-src ${hash(js)} 'wasm-unsafe-eval'`,
    `style-src ${hash(singleStyle)} ${hash(css)}`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  if (/--!?>/.test(licences)) throw new Error('the licences cannot stand in a comment: they contain --> or --!>');
  return onePage({ policy, content: formBelow(form), script: js, licences: `<!--\n${licences}-->` });
};
