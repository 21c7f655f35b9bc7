// The two pages: one that embeds the element as a ministry would, one that is a single file.

const title = '信息消费示范城市申报自评';

const noscript =
  '<noscript><p>本页需要启用 JavaScript。请在浏览器设置中启用后刷新。</p>' +
  '<p lang="en">This page needs JavaScript: enable it in the browser and reload.</p></noscript>';

const page = (head, body) =>
  `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n` +
  `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n${head}</head>\n` +
  `<body>\n${body}</body>\n</html>\n`;

export const indexPage = () =>
  page(
    '<link rel="icon" href="data:,">\n<link rel="stylesheet" href="infocity-check.css">\n' +
      '<script src="infocity-check.js" defer></script>\n',
    `<infocity-check></infocity-check>\n${noscript}\n`,
  );

export const singleFile = (js, css, hash) => {
  const policy =
    `default-src 'none'; script-src ${hash(js)} 'wasm-unsafe-eval'; style-src ${hash(css)}; ` +
    `img-src data:; base-uri 'none'; form-action 'none'`;
  return page(
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<link rel="icon" href="data:,">\n` +
      `<style>${css}</style>\n`,
    `<infocity-check></infocity-check>\n${noscript}\n<script>${js}</script>\n`,
  );
};
