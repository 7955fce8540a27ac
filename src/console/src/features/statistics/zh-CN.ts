export default {
  menu: '统计', title: '隐患治理统计', dataTime: '数据时间 {{at}}',
  now: '治理现状', part: '区划', total: '合计', unjudged: '待研判', registered: '已登记', treated: '已治理', closedUntreated: '关闭未治理', open: '未销号', openMajor: '其中重大', overdue: '逾期', rate: '治理率',
  zero: '清零', dynamicZero: '动态清零', notZero: '未清零', status: '清零情况',
  empty: '本区划尚无隐患', emptyHint: '隐患登记后在此汇总。',
  period: '按发现日期统计', from: '起', to: '止', asOf: '截至', grade: '级别', both: '全部', GENERAL: '一般', MAJOR: '重大', fixedOnSpot: '其中当场整改',
  rateHint: '治理率 = 已治理 ÷（已登记 − 并案），保留两位小数、只舍不入；停用报废、关停、移出的不计入已治理。', pastOverdue: '历史日期的逾期数以当日发布的数据为准', noRate: '无登记隐患',
  publish: '发布', publishTitle: '发布隐患治理率', publishHint: '发布后固定，此后的复发、补录不改变已发布的数据。', name: '标题', namePlaceholder: '如：2026 年一季度隐患治理率', published: '已发布', none: '尚未发布', noneHint: '审批人或者局领导可将上方统计发布，发布后固定。', done: '已发布',
  by: '{{post}} {{name}} 发布', range: '{{from}} 至 {{to}} 发现，截至 {{asOf}}', anyFrom: '最早', anyTo: '截至日',
}
