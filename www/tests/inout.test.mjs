// In and out: the form as a workbook and back, faults by cell, what departments are asked for, the assessment as a table.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { axeFinds } from './harness/axe.mjs';
import { at, example, focuses, give, rulebook, shows, submissionIn, submit } from './harness/form.mjs';
import { onDisk, ready } from './harness/site.mjs';
import { inBrowsers } from './harness/stories.mjs';

const label = (id) => rulebook.figures.find((figure) => figure.id === id).label.zh;
const STRINGS = 'xl/sharedStrings.xml';
const sheetFile = (number) => `xl/worksheets/sheet${number}.xml`;

const unescape = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** The texts of a sheet by their cells. */
function cellsOf(files, number) {
  const strings = [...strFromU8(files[STRINGS]).matchAll(/<si><t[^>]*>([^]*?)<\/t><\/si>/g)].map(([, text]) => unescape(text));
  const found = strFromU8(files[sheetFile(number)]).matchAll(/<c r="([A-Z]+\d+)" s="\d+"( t="s")?><v>([^<]*)<\/v><\/c>/g);
  return new Map([...found].map(([, cell, shared, value]) => [cell, shared ? strings[Number(value)] : value]));
}

/** The row in which a text stands in the last column. */
function rowOf(cells, id) {
  const [cell] = [...cells].find(([, text]) => text === id) ?? [];
  assert.ok(cell !== undefined, id);
  return cell.replace(/\D/g, '');
}

/** The workbook with texts in cells that were empty, as another program would write them. */
function filled(files, number, values) {
  let xml = strFromU8(files[sheetFile(number)]);
  for (const [cell, value] of Object.entries(values)) {
    const pattern = new RegExp(`<c r="${cell}" s="(\\d+)"(/>|[^>]*><v>[^<]*</v></c>)`);
    assert.match(xml, pattern);
    const content = /^-?[\d.]+$/.test(value) ? `><v>${value}</v>` : ` t="inlineStr"><is><t>${value}</t></is>`;
    xml = xml.replace(pattern, `<c r="${cell}" s="$1"${content}</c>`);
  }
  return zipSync({ ...files, [sheetFile(number)]: strToU8(xml) });
}

inBrowsers(({ chromium, folder, isCurrent }) => {
  async function open(submission) {
    const page = await chromium.open(onDisk('infocity-check.html'), { offline: true });
    await ready(page);
    // What is handed to the browser as a file is kept here, and nothing is printed.
    await page.eval(() => {
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        window.__blob = blob;
        return original.call(URL, blob);
      };
      window.print = () => {
        window.__prints = (window.__prints || 0) + 1;
      };
    });
    await page.send('Page.setDownloadBehavior', { behavior: 'deny' });
    if (submission !== undefined) await submit(page, submission);
    return page;
  }
  async function choose(page, item) {
    await page.click(at(`[data-action="${item === 'requests' ? 'more' : 'save-as'}"]`));
    await page.click(at(`[data-action="${item}"]`));
  }
  async function handed(page) {
    const base64 = await page.eval(
      () =>
        new Promise((done) => {
          const reader = new FileReader();
          reader.onload = () => done(reader.result.replace(/^.*?,/, ''));
          reader.readAsDataURL(window.__blob);
        }),
    );
    return Buffer.from(base64, 'base64');
  }
  async function openFile(page, name, bytes) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    await give(page, path);
    await shows(page, '.notice', name);
  }

  test('an empty form is saved, filled in elsewhere and opened; faults are told by cell and stand in their fields', async () => {
    const page = await open();
    await choose(page, 'save-template');
    await shows(page, '.notice', '填报-填报表.xlsx');
    const files = unzipSync(await handed(page));
    const cells = cellsOf(files, 1);
    const row = (id) => rowOf(cells, id);
    const [sales, income, level] = [row('figures/retail_sales'), row('figures/disposable_income'), row('figures/administrative_level')];
    const bytes = filled(files, 1, {
      [`C${row('city')}`]: '示例市',
      [`C${row('year')}`]: '2021',
      [`C${level}`]: '不明',
      [`C${row('figures/resident_population')}`]: '1244.77',
      [`C${sales}`]: '若干',
      [`C${income}`]: '5',
      [`C${row('materials/' + rulebook.materials[0].id)}`]: '已备齐',
    });
    await openFile(page, 'filled.xlsx', bytes);
    await shows(page, '.sheet-faults', '有误 3 处');
    await shows(page, '.sheet-faults', `C${level}：行政级别：“不明”不在可选项中。请从下拉列表中选择：直辖市`);
    await shows(page, '.sheet-faults', `C${sales}：${label('retail_sales')}`);
    await shows(page, '.sheet-faults', `C${income}：${label('disposable_income')}`);
    assert.deepEqual(await submissionIn(page), {
      format: 'infocity-submission/1',
      rulebook: { id: rulebook.id, version: rulebook.version },
      city: '示例市',
      year: 2021,
      figures: { resident_population: { value: '1244.77', unit: '万人' } },
      materials: { [rulebook.materials[0].id]: true },
    });
    assert.equal(await page.eval((s) => window.__find(s).value, at('#f-retail_sales')), '若干');
    await page.click(at('.sheet-faults li:nth-child(2) a'));
    await page.type(at('#f-retail_sales'), '900');
    await shows(page, '.sheet-faults', '有误 3 处');
    assert.deepEqual((await submissionIn(page)).figures.retail_sales, { value: '900', unit: '亿元' });
    const { exceptions, errors } = await page.problems();
    assert.deepEqual([exceptions, errors], [[], []]);
    await page.close();
  });

  test('a form that is full comes back the same, from the workbook and from CSV', async () => {
    const page = await open(example('strong-comprehensive'));
    await choose(page, 'save-template');
    const bytes = await handed(page);
    await openFile(page, 'full.xlsx', bytes);
    const first = await submissionIn(page);
    await page.eval(() => document.querySelector('infocity-check').clear());
    await openFile(page, 'again.xlsx', bytes);
    assert.deepEqual(await submissionIn(page), first);
    for (const [id, value] of Object.entries(example('strong-comprehensive').figures)) {
      const digits = typeof value === 'object' && !Array.isArray(value) ? value.value : value;
      const now = first.figures[id];
      // The ticked items stand in the order of their ids.
      const wanted = Array.isArray(digits) ? [...digits].sort() : digits;
      assert.deepEqual(typeof now === 'object' && !Array.isArray(now) ? now.value : now, wanted, id);
    }
    await openFile(page, 'broken.xlsx', bytes.subarray(0, 900));
    await shows(page, '.notice-bad', '不是完好的 Excel 工作簿');
    assert.deepEqual(await submissionIn(page), first);
    const { value, unit } = first.figures.retail_sales;
    await openFile(page, 'some.csv', Buffer.from(`指标数据,填报值,佐证说明\r\n${label('retail_sales')},${value} ${unit},统计年鉴\r\n别的,5\r\n`));
    await shows(page, '.sheet-changed', '（备注：统计年鉴）');
    await shows(page, '.sheet-unknown', 'A3：别的');
    assert.deepEqual((await submissionIn(page)).figures.retail_sales, { ...first.figures.retail_sales, note: '统计年鉴' });
    await openFile(page, 'wrong.csv', Buffer.from(`指标数据,填报值\r\n${label('retail_sales')},若干\r\n`));
    await shows(page, '.sheet-faults', `B2：${label('retail_sales')}：“若干”不是数`);
    assert.deepEqual((await submissionIn(page)).figures.retail_sales.value, value, 'a fault takes the place of nothing');
    await page.close();
  });

  test('what is missing is listed by department, printed, sent as a workbook and brought in again', async () => {
    const page = await open(example('shenzhen-2021'));
    await choose(page, 'requests');
    await shows(page, '.requests', '工业和信息化局');
    await focuses(page, '#requests-title');
    if (isCurrent) {
      assert.deepEqual(await axeFinds(page), []);
    }
    const listed = await page.text(at('.holders'));
    assert.ok(!listed.includes('市政府办公室'), 'what is known is not asked for');

    await page.click(at('[data-holder="统计局"] [data-action="holder-print"]'));
    await page.until(() => window.__prints === 1);
    await page.send('Emulation.setEmulatedMedia', { media: 'print' });
    const letter = await page.text('infocity-check');
    assert.match(await page.text(at('.letters')), /数据提供清单（统计局）[^]*深圳市[^]*2021[^]*填报人（签字）/);
    assert.equal(await page.eval((s) => window.__find(s).getBoundingClientRect().height, at('.columns')), 0, letter);
    await page.send('Emulation.setEmulatedMedia', { media: '' });
    await page.eval(() => window.dispatchEvent(new Event('afterprint')));
    await page.until((s) => window.__find(s) === null, at('.letters'));

    await page.click(at('[data-action="requests-save"]'));
    await shows(page, '.notice', '催报清单.xlsx');
    const files = unzipSync(await handed(page));
    const number = Object.keys(files).filter((name) => /sheet\d+\.xml$/.test(name)).map((name) => Number(/(\d+)\.xml/.exec(name)[1])).find((sheet) => [...cellsOf(files, sheet).values()].includes('figures/software_revenue'));
    const row = rowOf(cellsOf(files, number), 'figures/software_revenue');
    const before = await submissionIn(page);
    await openFile(page, 'answer.xlsx', filled(files, number, { [`C${row}`]: '900' }));
    await shows(page, '.notice', '表中未填的各项不变');
    assert.deepEqual(await submissionIn(page), { ...before, figures: { ...before.figures, software_revenue: { value: '900', unit: '亿元' } } });

    await page.click(at('input[name="requests-which"][value="all"]'));
    await shows(page, '.holders', '市政府办公室');
    await page.press('Escape');
    await page.until((s) => window.__find(s) === null, at('.requests'));
    await focuses(page, '[data-action="more"]');
    await page.close();
  });

  test('what a department answers is merged or opened: what is new is taken, what differs is decided, what is wrong is told by cell', async () => {
    const page = await open(example('shenzhen-2021'));
    await choose(page, 'requests');
    await page.click(at('[data-holder="工业和信息化局"] [data-action="holder-save"]'));
    await shows(page, '.notice', '催报清单-');
    const files = unzipSync(await handed(page));
    const cells = cellsOf(files, 1);
    const row = (id) => rowOf(cells, `figures/${id}`);
    const faulty = `C${row('innovation_carriers')}`;
    const answer = filled(files, 1, {
      [`C${row('software_revenue')}`]: '900',
      [`C${row('information_consumption')}`]: '5000000',
      [`D${row('information_consumption')}`]: '万元',
      [`C${row('policies_in_force')}`]: '15',
      [faulty]: '若干',
    });
    const path = (name, bytes) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const answered = path('工信局.xlsx', answer);
    await page.click(at('[data-action="requests-close"]'));
    // Meanwhile some of it was entered.
    await page.type(at('#f-information_consumption'), '500');
    await page.type(at('#f-policies_in_force'), '12');
    await page.press('Tab');
    const before = await submissionIn(page);
    const conflict = '[data-conflict="figures/policies_in_force"]';

    await give(
      page,
      [
        answered,
        path('统计局.csv', `指标数据,填报值\r\n${label('electronics_revenue')},700 亿元\r\n别的,5\r\n`),
        path('商务局.json', JSON.stringify({ format: 'infocity-submission/1', city: before.city, figures: { online_retail: '30' } })),
        path('旧.xls', 'no workbook'),
      ],
      'merge',
    );
    await shows(page, '.keep-merge', '可补入 3 项；相同 2 项；不一致 1 项');
    await shows(page, '.keep-files', `${faulty}：${label('innovation_carriers')}：“若干”不是数`);
    await shows(page, '.keep-files', 'A3：别的');
    await shows(page, '.keep-bad', '“旧.xls”不是完好的 Excel 工作簿');
    await shows(page, conflict, '采用文件的：15 项（工信局.xlsx）');
    assert.deepEqual(await submissionIn(page), before, 'nothing is entered before it is decided');
    await page.click(at(`${conflict} .option:nth-of-type(2) input`));
    await page.click(at('[data-action="merge-apply"]'));
    await shows(page, '.notice', '“工信局.xlsx”2 项');
    const after = {
      ...before.figures,
      software_revenue: { value: '900', unit: '亿元' },
      policies_in_force: { value: '15', unit: '项' },
      electronics_revenue: { value: '700', unit: '亿元' },
      online_retail: { value: '30', unit: '亿元' },
    };
    assert.deepEqual((await submissionIn(page)).figures, after);
    assert.equal(await page.eval((s) => window.__find(s).value, at('#f-innovation_carriers')), '若干');
    await page.click(at('.notice .sheet-faults a'));
    await page.type(at('#f-innovation_carriers'), '40');
    await shows(page, '.notice .sheet-faults', faulty);
    assert.equal((await submissionIn(page)).figures.innovation_carriers.value, '40');
    await page.click(at('[data-action="undo"]'));
    await page.click(at('[data-action="undo"]'));
    assert.deepEqual(await submissionIn(page), before);

    await give(page, answered);
    await shows(page, '.keep-merge', '“工信局.xlsx”中有的内容与已填的不同，未直接读入');
    await shows(page, '.keep-merge', '可补入 1 项；相同 1 项；不一致 1 项');
    await focuses(page, '#keep-merge');
    assert.deepEqual(await submissionIn(page), before);
    if (isCurrent) {
      assert.deepEqual(await axeFinds(page), []);
    }
    await page.click(at('[data-action="merge-apply"]'));
    await page.until((s) => window.__find(s) === null, at('.keep-merge'));
    assert.deepEqual((await submissionIn(page)).figures, { ...before.figures, software_revenue: { value: '900', unit: '亿元' } }, 'what was not decided stays');

    await give(page, path('去年.csv', `指标数据,填报值\r\n数据年份,2019\r\n${label('electronics_revenue')},700 亿元\r\n`));
    await shows(page, '.keep-files', '此文件是 2019 年的数据，本页为深圳市 2021 年');
    assert.equal(await page.eval((s) => window.__find(s).checked, at('.keep-files input')), false, 'another year is taken only where that is said');
    await page.click(at('[data-action="merge-cancel"]'));

    // On a narrow screen it is shown beside the form.
    await page.size({ width: 320, height: 640, mobile: true });
    await page.click(at('.compact button'));
    await page.until((s) => window.__find(s) !== null, at('.shows-result'));
    await give(page, answered);
    await page.until((s) => window.__find(s) === null, at('.shows-result'));
    await shows(page, '.keep-merge', faulty);
    const over = await page.eval(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${over} px too wide`);
    const { exceptions, errors } = await page.problems();
    assert.deepEqual([exceptions, errors], [[], []]);
    await page.close();
  });

  test('the assessment is handed out as a table that spreadsheets open', async () => {
    const page = await open(example('strong-comprehensive'));
    await choose(page, 'save-csv');
    await shows(page, '.notice', '自评结果.csv');
    const text = (await handed(page)).toString('utf8');
    assert.ok(text.startsWith('\ufeff类型,所属,标识,名称,状态,得分下限,得分上限,满分,分数线,未定得分,依据\r\n'));
    const assessment = await page.eval(() => document.querySelector('infocity-check').assessment);
    const [category] = assessment.categories;
    const name = rulebook.categories.find(({ id }) => id === category.id).label.zh;
    assert.ok(text.includes(`申报类别,,${category.id},${name},`), text.slice(0, 300));
    assert.ok(text.includes(`,${category.score.low},${category.score.high},100,${category.line.total},`));
    const rows = text.trim().split('\r\n').length;
    const indicators = (list) => list.reduce((sum, { dimensions }) => sum + 1 + dimensions.reduce((all, { indicators }) => all + 1 + indicators.length, 0), 0);
    const { missing, requirements } = assessment;
    assert.equal(rows, 1 + indicators([...assessment.categories, ...assessment.fields]) + requirements.length + missing.figures.length + missing.materials.length);
    await page.close();
  });
});
