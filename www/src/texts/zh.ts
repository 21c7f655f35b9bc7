import type { Texts } from './texts';

export const zh: Texts = {
  title: '申报自评',
  selfCheck: '本结果为申报前自评，不代表主管部门的评审意见。数据只在本机计算，不上传、不保存。',
  language: 'English',
  loading: '正在启动……',
  rulebookFaults: '规则文件有误，无法使用：',
  actions: {
    open: '打开填报', save: '保存填报', print: '打印', clear: '清空', clearAsk: '清空全部已填内容，且无法恢复。', clearYes: '确认清空', cancel: '取消',
  },
  opened: (file) => `已打开“${file}”。`,
  notOpened: (file) => `“${file}”无法打开，已填内容保持不变：`,
  saveName: (city, year) => `${city || '填报'}${year}-自评填报.json`,
  sections: { city: '城市概况', materials: '申报材料', progress: (filled, of) => `已填 ${filled}/${of}` },
  head: { city: '城市', year: '数据年份', yearHelp: '四位年份，如 2021。基准值按该年取用。', category: '申报类别', undecided: '尚未确定', fields: '领域' },
  field: {
    unit: '单位', last: '上年值', from: '从', to: '至', mode: '填报方式', value: '填数值', estimate: '填估计范围', notCollected: '本市不统计',
    yes: '是', no: '否', notKnown: '尚不清楚', none: '均未做到', about: '口径与来源', find: '何处查找', holder: '一般由谁掌握', standing: '依据',
    read: (value) => `读作 ${value}`, notEntered: '尚未填报',
  },
  basis: { official: '官方文本', interpretation: '解读', reported: '转述', reference: '参考假设' },
  fit: { fits: '符合', does_not_fit: '不符合', undetermined: '尚不能定' },
  eligible: { eligible: '具备申报条件', not_eligible: '不具备申报条件', undetermined: '申报条件尚不能定' },
  status: { met: '满足', not_met: '不满足', undetermined: '尚不能定' },
  result: {
    heading: '自评结果', advice: '建议', categories: '类别', overall: '总分', fields: '领域', fieldsNote: '各自单独计分', line: '参考线', points: '分',
    dimensions: '各维度', indicators: '各指标', requirements: '申报条件', hint: '提示，不作为申报条件', decidedBy: '取决于', next: '先填这几项',
    nextNote: '影响最大的在前', missing: '尚缺', route: '申报渠道与步骤', routeOpen: '填写行政级别后显示。', warnings: '请核对', notes: '说明', materials: '未备齐的材料',
    none: '无', blockedBy: '未满足', fingerprint: '校验值', engine: '引擎', sources: '来源', checkedOn: '规则核对日期', certain: '已定', open: '未定',
  },
  opens: (points) => `关系 ${points} 分`,
  decides: (requirements) => `决定：${requirements}`,
  more: (count) => `另有 ${count} 项`,
  gap: (of, comparison, need, have, short, unit) =>
    `${of}须 ${comparison} ${need}${unit}，现为 ${have}${unit}，相差 ${short}${unit === '%' ? ' 个百分点' : unit}`,
  lastYearMissing: '缺上年值',
  show: { result: '查看结果', form: '返回填报' },
  announce: (category, range) => `${category} ${range} 分`,
  range: (low, high) => (low === high ? low : `${low}–${high}`),
  outOf: (range, max) => `${range} / ${max}`,
  list: (items) => items.join('、'),
  colon: '：',
};
