export default {
  cards: {
    title: '五落实', none: '尚未报送整改方案', goal: '目标', measures: '措施', deadline: '时限', responsibility: '责任', funding: '资金', contingency: '应急预案', interim: '过渡管控',
    measureCount: '{{done}}/{{count}} 项', unit: '责任单位', leader: '责任人', doer: '经办人', supervisor: '督办人', source: '来源', arrival: '到位', zero: '零资金理由',
    set: '已落实', missing: '未落实', instructionDeadline: '指令期限', opinion: '审查意见',
    state: { IN_REVIEW: '审查中', PLAN_IN_REVIEW: '审查中', APPROVED: '已通过', RETURNED: '已退回', SUBMITTED: '审查中' },
  },
  records: {
    progress: '进展　{{name}}', extension: '延期申请　{{name}}', asked: '{{from}} 申请延至 {{to}}：{{reason}}', decided: '{{name}}决定 {{date}}：{{reason}}',
    report: '第 {{serial}} 次整改报告　{{name}}　实际使用资金 {{funds}}', late: '逾期提交', reinspection: '第 {{serial}} 次复查（{{method}}）　{{first}}、{{second}}', newDeadline: '新期限 {{date}}',
    EXTENSION: { REQUESTED: '待决定', PENDING: '待决定', GRANTED: '已批准', REFUSED: '不予批准' },
  },
  command: {
    plan: {
      goal: '整改目标', goalHint: '可衡量的最终状态', measures: '整改措施', measureText: '措施', measureDate: '完成日期', measureOwner: '责任人', deadline: '整改时限', deadlineHint: '不晚于指令书期限 {{date}}',
      responsibility: '整改责任', unit: '责任单位', leader: '责任领导', doer: '具体经办人', supervisor: '监管部门督办人', funding: '整改资金', amount: '金额', yuan: '元', source: '资金来源', arrivalDate: '到位日期',
      zeroReason: '无需资金的理由', contingencyPlan: '应急预案', interimControl: '过渡期管控措施', interimHint: '停用、监控使用或隔离', interimControlMode: '过渡期管控方式', MODE: { STOP_USE: '停止使用', MONITORED_USE: '监护使用', ISOLATION: '隔离' }, addMeasure: '添加措施', optional: '重大隐患必填',
      consequence: '五项均须落实，空缺或"待定"将不予受理。提交后由承办人在法定工作日内审查。',
    },
    opinion: '意见',
    approveOpinion: '审查意见',
    returnOpinion: '退回理由',
    returnConsequence: '退回后由使用单位在规定工作日内重新报送。',
    progress: '进展情况',
    extension: { newDate: '申请延至', reason: '延期理由', interimControl: '延期期间管控措施', current: '原定期限 {{date}}', decideDate: '批准延至', decideReason: '决定理由', request: '延期申请', requestText: '申请延至 {{date}}：{{reason}}' },
    report: {
      text: '整改情况', items: '逐项完成情况', measure: '措施', doneDate: '完成日期', note: '说明', fundsSpent: '实际使用资金', before: '整改前照片', after: '整改后照片',
      consequence: '提交后由监察机构在法定期限内组织复查。', afterHint: '逐项能看出整改结果', measureEvidence: '措施佐证', supplement: '补充佐证的措施',
    },
    reinspect: {
      method: '复查方式', METHOD: { SITE: '现场复查', DOCUMENTS: '书面复查' }, items: '逐项复查', item: '复查项目', passed: '是否合格', pass: '合格', fail: '不合格', note: '说明', result: '复查结论', RESULT: { PASSED: '合格', FAILED: '不合格' },
      newDeadline: '新的整改期限', evidence: '复查影像', consequence: '由两名监察人员共同复查；待第二名监察人员确认后出具复查意见书。', secondInspectorId: '第二名监察人员', addItem: '添加项目',
    },
    signOff: '销号意见',
    signOffConsequence: '销号后本隐患办结，出具销号单，不可撤回。',
  },
  list: {
    title: '整改清单', titleOf: '整改清单：{{name}}', summary: '未销号 {{open}} 项，其中逾期 {{overdue}} 项；已销号 {{signedOff}} 项', openOnly: '只看未销号', print: '打印', issue: '制发整改清单', issued: '已制发 {{number}}',
    index: '序号', problem: '隐患', grade: '级别', goal: '整改目标', measures: '整改措施', deadline: '时限', responsible: '责任人', funding: '资金（元）', state: '状态', overdue: '已逾期', noPlan: '待报方案',
    empty: '没有整改事项', emptyHint: '该单位的隐患登记后在此逐项列出。',
  },
  lookBack: {
    result: '核查结论', RESULT: { HOLDS: '未复发', RELAPSED: '已复发（另立新案）' }, immediateDanger: '存在即时危险', text: '核查情况', secondInspectorId: '第二名监察人员', evidence: '现场照片',
  },
}
