// A ministry's page that embeds the element, as a webmaster under a strict policy writes it.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../../build/paths.mjs';

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the page says of its own, each once. */
export const said = ['信息技术发展司', '关于开展城市信息消费水平自评的通知', '各城市可先行自评，再按通知要求逐级申报。', '主办单位：示范部'];

const read = (name) => readFileSync(join(dist, name), 'utf8');
/** What stands inside the element until it runs, as index.html has it. */
export const still = /<infocity-check>([^]*?)<\/infocity-check>/.exec(read('index.html'))[1];
export const { 'infocity-check.js': integrity } = JSON.parse(read('integrity.json'));
// A policy inside the page cannot say who may frame it.
const inPage = policy.replace(/; frame-ancestors[^;]*/, '');

const page = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${inPage}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>城市信息消费自评</title>
<link rel="stylesheet" href="site.css">
<script src="infocity-check.js" integrity="${integrity}" crossorigin="anonymous" defer></script>
</head>
<body>
<header class="banner"><p class="name">${said[0]}</p><nav><a href="#news">动态</a> <a href="#rules">政策</a></nav></header>
<main>
<article>
<h1>${said[1]}</h1>
<p class="meta">发布时间：2026-11-02</p>
<p>为贯彻扩大内需战略，引导各地培育信息消费新业态新模式，现提供城市信息消费水平自评工具。${'自评结果供城市查找差距、改进工作参考，不作为评审依据。'.repeat(3)}</p>
<p>${said[2]}</p>
<infocity-check lang="zh">${still}</infocity-check>
</article>
</main>
<footer>${said[3]}</footer>
</body>
</html>
`;

const style = `body{margin:0;font:16px/1.7 serif;color:#222;background:#fff}
.banner{display:flex;justify-content:space-between;align-items:center;padding:0 32px;color:#fff;background:#8f1d1d}
.banner .name{font-size:20px}.banner a{color:#fff}
article{max-width:1200px;margin:0 auto;padding:16px}
h1{font-size:22px;text-align:center;color:#8f1d1d}p{text-indent:2em}.meta{text-align:center;color:#666}
footer{padding:16px;text-align:center;background:#eee}
button,input{letter-spacing:3px}
`;

/** Writes the site into a folder. */
export function writeHost(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['infocity-check.js', 'infocity-check.css', 'infocity-check.html']) copyFileSync(join(dist, name), join(folder, name));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'site.css'), style);
  writeFileSync(join(folder, 'other.html'), page.replace(/<article>[^]*<\/article>/, '<p>另一页</p>').replace(/<script.*<\/script>/, ''));
}
