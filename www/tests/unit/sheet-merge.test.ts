// Sheets that departments answer with, put together with what stands in the form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault, Figure, Rulebook } from '../../src/boundary';
import { emptyDraft, fromJson, type Draft, type Json } from '../../src/session/drafts';
import type { Entered } from '../../src/session/entered';
import { intoEmpty, planMerge, valuesOf } from '../../src/session/merge';
import { outline } from '../../src/session/outline';
import { submissionOf } from '../../src/session/parts';
import type { Store } from '../../src/session/store';
import { readCsv } from '../../src/sheet/csv';
import { readSheetContents, type SheetReading } from '../../src/sheet/file';

const standing = { basis: 'reference', note: { zh: '注', en: 'n' } } as const;
const figure = (id: string, label: string, kind: Figure['kind']): Figure => ({ id, label: { zh: label, en: id }, help: { zh: '', en: '' }, kind, standing });
const number = { number: { unit: '亿元', units: ['万元'], places: 2 } };
const book = outline({
  id: 'book',
  version: '1.0.0',
  figures: [figure('sales', '零售额', number), figure('software', '软件收入', number), figure('output', '产值', number), figure('income', '收入', number)],
  dimensions: [],
} as unknown as Rulebook);

/** A store whose engine takes only numbers. */
const store = {
  outline: book,
  faultsOf: ({ figures }: { figures: Readonly<Record<string, { value?: string }>> }) =>
    Object.keys(figures)
      .filter((id) => !/^[\d.]*$/.test(figures[id]?.value ?? ''))
      .map((id) => ({ place: `/figures/${id}/value` }) as Fault),
} as unknown as Store;

const mine = (figures: Readonly<Record<string, Json>>): Entered => {
  const drafts: Record<string, Draft> = {};
  for (const [id, known] of book.figures) drafts[id] = fromJson(known, figures[id]);
  return { city: '', year: '', category: null, fields: [], drafts, materials: {} };
};

function reading(...rows: readonly string[]): SheetReading {
  const bytes = new TextEncoder().encode(['指标数据,填报值,单位,佐证说明', ...rows].join('\r\n'));
  const read = readSheetContents(store, [readCsv(bytes)], emptyDraft);
  assert.ok(read.kind === 'read');
  return read;
}

test('of a sheet what is new is taken, what is equal is nothing, what differs is decided, what is wrong is told by cell', () => {
  const read = reading('零售额,900,亿元,', '软件收入,500000,万元,', '产值,15,亿元,', '收入,若干,亿元,', '别的,5,,');
  const own = mine({ software: '50', output: '12' });
  const plan = planMerge(book, own, [{ name: 'x.csv', submission: submissionOf(read.right) }]);
  assert.deepEqual(valuesOf(plan, {}), { 'figures/sales': { value: '900', unit: '亿元' } });
  assert.equal(plan.same, 1);
  assert.deepEqual(
    plan.conflicts.map(({ part, candidates }) => [part, candidates]),
    [['figures/output', [{ from: [], value: { value: '12', unit: '亿元' } }, { from: ['x.csv'], value: { value: '15', unit: '亿元' } }]]],
  );
  assert.deepEqual(read.faults.map(({ cell, part }) => [cell, part]), [['B5', 'figures/income']]);
  assert.deepEqual(read.unknown.map(({ cell, text }) => [cell, text]), [['A6', '别的']]);
  assert.deepEqual(intoEmpty(book, own, read.wrong), { 'figures/income': { value: '若干', unit: '亿元' } });
  assert.deepEqual(intoEmpty(book, mine({ income: '3' }), read.wrong), {});
});

test('what a sheet leaves blank says nothing; its note is added where the form has none', () => {
  const read = reading('零售额,,亿元,统计年鉴', '软件收入,,亿元,');
  const plan = planMerge(book, mine({ sales: '900', software: '50' }), [{ name: 'x.csv', submission: submissionOf(read.right) }]);
  assert.deepEqual([valuesOf(plan, {}), plan.conflicts], [{ 'figures/sales': { value: '900', unit: '亿元', note: '统计年鉴' } }, []]);
});

test('two sheets that contradict each other are decided between, though the form is empty', () => {
  const files = ['零售额,900,亿元,', '零售额,901,亿元,'].map((row, at) => ({ name: `${at}.csv`, submission: submissionOf(reading(row).right) }));
  const plan = planMerge(book, mine({}), files);
  assert.deepEqual(valuesOf(plan, {}), {});
  assert.deepEqual(plan.conflicts[0]?.candidates.map(({ from }) => from), [[], ['0.csv'], ['1.csv']]);
});

test('a table without headings is refused', () => {
  const bytes = new TextEncoder().encode('1,2\r\n3,4');
  assert.deepEqual(readSheetContents(store, [readCsv(bytes)], emptyDraft), { kind: 'refused', reason: 'no_head', rulebook: '' });
});
