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
  calendar: {
    title: '工作日历', sub: '{{year}} 年 {{days}} 个工作日', month: '{{month}} 月', workingDays: '{{count}} 个工作日', week: '一二三四五六日', previous: '上一年', next: '下一年', markWork: '班', markOff: '休', legendOff: '不计', legendWork: '工作日', legendMakeUp: '调休上班',
    provisional: '{{year}} 年放假安排尚未载入，按周末和法定节假日暂计；据此推算的期限为暂定。', import: '载入年度安排', year: '年份', revision: '版次', notice: '放假通知', loaded: '载入', recomputed: '期限重算', recomputedDone: '复核 {{checked}} 项，变动 {{moved}} 项', recomputing: '正在重算', editions: '载入记录',
    holidays: '放假安排', holidaysHint: '每行一个：节日名称 开始日期 结束日期', makeUpWork: '调休上班', makeUpHint: '日期用顿号分隔', preview: '预览影响', load: '载入', propose: '提出更正', previewTitle: '将变动 {{moves}} 项期限（复核 {{asked}} 项）', previewDays: '工作日 {{days}} 个（现为 {{now}}），{{changed}} 天不同。', capped: '仅复核前 20000 项。',
    past: '已过日期须更正并经另一人批准', correctionReason: '更正理由', toNext: '推算日期已过，顺延至下一工作日', loadedText: '{{year}} 年安排已载入，{{count}} 项期限将重算', proposedText: '{{year}} 年更正已提出，待另一人批准',
    corrections: '日历更正', correctionOf: '{{year}} 年更正', proposed: '{{name}} {{at}} 提出：{{reason}}', decided: '{{name}}：{{opinion}}', approve: '批准', reject: '不予批准', opinion: '意见', STATE: { PROPOSED: '待批准', APPROVED: '已批准', REJECTED: '未批准' },
  },
  rules: {
    title: '时限规则', upload: '上传规则包', uploadHint: '上传整个规则包（JSON，格式同默认规则包）。另一人批准后，按事件日期适用。', choose: '选择文件', unreadable: '文件应为 JSON 格式，实际无法读取', on: '事件日期', search: '规则名称、依据', name: '规则', limit: '时限', from: '起算事件', source: '依据', region: '适用地区', everywhere: '全部', valid: '有效期', until: '至', open: '长期',
    change: '变更', changeOf: '变更规则：{{name}}', changeHint: '提出后由另一人批准。已派发的任务期限不变，标注“规则已变化”；尚未触发的按事件日期重算。', amount: '数量', unit: '单位', UNIT: { HOUR: '小时', CALENDAR_DAY: '自然日', WORKING_DAY: '工作日', MONTH: '月' }, regionHint: '不选即全部地区；较近地区的规则优先', validFrom: '自事件日期', validTo: '至', article: '条款', mark: '核实程度',
    MARK: { V: '已核对原文', V2: '二手来源', U: '未核实', P: '默认或本地规定' }, newVersion: '新版本号', reason: '依据和理由', proposedText: '已提出，待另一人批准', proposal: '待批准：规则包 {{version}}', packs: '规则包版本', version: '版本', inForce: '现行', count: '规则数', applied: '适用情况', appliedDone: '标注 {{flagged}} 项，重算 {{moved}} 项',
    previewTitle: '规则包 {{version}}：{{count}} 处变更，涉及未结期限 {{open}} 项', changed: '规则已变化', changedHint: '按原规则派发，期限不变',
  },
}
