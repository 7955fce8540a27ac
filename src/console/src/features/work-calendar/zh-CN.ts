export default {
  deadlines: {
    none: '尚无时限', why: '为什么是这一天', start: '起算', due: '到期', left: '还剩 {{days}} 个工作日', leftToday: '今日到期', provisional: '暂定（放假安排尚未公布）', rule: '规则', article: '依据', event: '起算事件', limit: '期限',
    UNIT: { HOUR: '{{amount}} 小时', CALENDAR_DAY: '{{amount}} 个自然日', WORKING_DAY: '{{amount}} 个工作日', MONTH: '{{amount}} 个月', DATE: '指定日期' },
    STATE: { RUNNING: '计时中', PAUSED: '暂停计时', MET: '已完成', OVERDUE: '已逾期', CANCELLED: '已终止' },
    extended: '已延期：{{from}} → {{to}}', paused: '暂停 {{from}} 至 {{to}}（{{reason}}）', now: '至今',
    closed: '已结束的时限', metLate: '逾期完成',
  },
  why: {
    title: '为什么是这一天', result: '到期日', counted: '计', notCounted: '不计', day: '第 {{number}} 日', date: '日期', count: '是否计入', reason: '理由', named: '此期限由文书指定日期，不逐日计算。',
    basis: '{{event}}（{{at}}）起 {{limit}}', stops: '暂停计时', moves: '期限变更', original: '以下为原始期限的逐日计算；延期见上。',
  },
  clock: {
    label: '业务时间 {{at}}', adjustable: '业务时间（可调）', title: '调整业务时间', hint: '仅供演示和培训。只能向前；期间到期的提醒、逾期等将依次发生。', now: '当前', advance: '前进', to: '调至', set: '调整', moved: '业务时间已调至 {{at}}', running: '正在依次处理到期事项',
    P1D: '1 日', P3D: '3 日', P7D: '7 日', P14D: '14 日', PT1H: '1 小时',
  },
}
