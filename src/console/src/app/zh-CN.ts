export default {
  signIn: {
    title: '登录', userName: '账号', password: '密码', submit: '登录', missingUserName: '请输入账号', missingPassword: '请输入密码', wrong: '账号或密码不正确', failed: '登录未成功',
    expired: '登录已失效，请重新登录。页面和已填内容均已保留。', other: '已以其他账号登录，页面将重新载入。',
    about: '隐患登记、定级、指令、整改、复查、销号全程留痕',
  },
  nav: { main: '主菜单', open: '打开菜单', skip: '跳到正文', search: '文号、单位、设备、内容', searchLabel: '全局搜索', signOut: '退出登录', help: '键盘操作（?）', posts: '岗位', deputyFor: '代 {{name}}', scope: '只看所选地区', noPost: '未任岗位', roles: '角色' },
  role: { INSPECTOR: '监察人员', CASE_OFFICER: '承办人', APPROVER: '审批人', ENTERPRISE: '企业用户', ENTERPRISE_USER: '企业用户', DESIGNER: '流程设计员', ADMINISTRATOR: '系统管理员', AUDITOR: '审计员', 'inspector': '监察人员', 'case-officer': '承办人', 'approver': '审批人', 'enterprise-user': '企业用户', 'designer': '流程设计员', 'administrator': '系统管理员', 'auditor': '审计员' },
  live: { connected: '实时连接正常', reconnecting: '实时连接中断，正在重连', disconnected: '实时连接已断开，消息可能延迟' },
  crash: { title: '页面出现异常', hint: '已填内容的草稿仍保存在本机。请重新载入；如仍出现，请记录时间并联系管理员。', reload: '重新载入' },
  help: { title: '键盘操作', rows: '列表' },
}
