export default {
  filter: { all: '全部', documents: '文书', decisions: '决定', notices: '通知', clocks: '时限' },
  empty: '没有此类记录',
  system: '系统',
  folded: '通知与回执 {{count}} 条',
  onBehalf: '代 {{name}}',
  received: '接收 {{at}}',
  document: '打开文书',
  verified: '台账链完整',
  broken: '台账链自第 {{sequence}} 条起不一致',
  hash: '摘要',
  detail: '详情',
}
