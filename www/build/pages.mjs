// The two pages: one that embeds the element as a ministry would, one that is a single file.

const title = '信息消费示范城市申报自评';

/** What a host's own style sheet would hold; everything else is the element's. */
export const pageStyle =
  'body{margin:0}infocity-check{min-height:100vh}@page{size:A4;margin:20mm 18mm}@media print{infocity-check{min-height:0}}\n';

const noscript =
  '<noscript><p>本页需要启用 JavaScript。请在浏览器设置中启用后刷新。</p>' +
  '<p lang="en">This page needs JavaScript: enable it in the browser and reload.</p></noscript>';

const page = (head, script) => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
<main><infocity-check></infocity-check></main>
${noscript}
${script}
</body>
</html>
`;

export const indexPage = () =>
  page('<link rel="stylesheet" href="index.css">', '<script src="infocity-check.js" defer></script>');

/** A page that needs nothing but itself. Its policy lets run what is in it and lets nothing be fetched. */
export const singleFile = (js, css, hash) => {
  const policy = [
    `default-src 'none'`,
    `script-src ${hash(js)} 'wasm-unsafe-eval'`,
    `style-src ${hash(pageStyle)} ${hash(css)}`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return page(
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<style>${pageStyle}</style>`,
    `<script>${js}</script>`,
  );
};
