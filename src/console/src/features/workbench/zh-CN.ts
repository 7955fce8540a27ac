export default {
  title: '工作台',
  today: '今天 {{date}}',
  count: { overdue: '已逾期', dueToday: '今日到期', within3: '三日内', toConfirm: '待我确认', waitingForOthers: '等待他人' },
  panel: { tasks: '我的待办', allTasks: '全部待办', notices: '消息', allNotices: '全部消息', hazards: '我负责的隐患', allHazards: '隐患台账', sent: '我发出的、对方未回应', allSent: '全部' },
  average: '平均整改 {{days}} 天',
  noAverage: '尚无已办结隐患，暂无平均整改天数',
  noTasks: '没有待办任务',
  noTasksHint: '分派到您岗位的任务将在此显示。',
  noSent: '没有等待他人的任务',
  noHazards: '没有在管隐患',
}
