export default {
  title: '消息',
  unread: '未读 {{count}} 条',
  markAll: '全部标为已读',
  all: '查看全部消息',
  empty: '暂无消息',
  emptyHint: '到期提醒、逾期通知、办理决定等将在此显示。',
  bell: '消息，未读 {{count}} 条',
  isUnread: '未读',
  connection: { connecting: '正在建立实时连接', reconnecting: '实时连接中断，正在重连', offline: '实时连接已断开，消息可能延迟' },
  kind: { REMIND: '提醒', DUE: '到期', OVERDUE: '逾期', ESCALATE: '升级', DECISION: '决定', COPY: '抄送', TASK: '待办', URGE: '催办', CONFIRM: '待确认' },
}
