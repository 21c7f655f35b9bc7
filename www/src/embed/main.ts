/** embed.html: draws the page that gives the code, in a shadow root, where a style sheet can be had under any policy. */
import { h, render } from 'preact';
import css from '../../generated/embed.css';
import { addStyles } from '../element/styles';
import { langOf, tagInAddress, textsIn } from '../texts';
import type { Build } from './code';
import { EmbedPage } from './page';

function start(host: Element): void {
  const data = document.querySelector('script[data-build]')?.textContent ?? '{}';
  const build = JSON.parse(data) as Build;
  const root = host.attachShadow({ mode: 'open' });
  const place = document.createElement('div');
  root.appendChild(place);
  addStyles(root, css, 'embed.css');
  const draw = (tag: string): void => {
    const lang = langOf(tag);
    document.title = textsIn(lang).embed.title;
    document.documentElement.lang = textsIn(lang).language.tag;
    render(h(EmbedPage, { build, lang, language: draw }), place);
  };
  draw(tagInAddress(location.search) ?? document.documentElement.lang);
}

const host = document.querySelector('#infocity-embed');
if (host !== null) start(host);
