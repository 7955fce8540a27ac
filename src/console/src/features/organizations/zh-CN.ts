export default {
  title: '组织与岗位', on: '日期', asOf: '{{day}}的情况', region: '行政区划', reason: '理由', amend: '更正', void: '作废', voidOf: '作废登记：{{name}}', voidHint: '登记错误的，由审批人作废。记录保留，不再使用；已有事项的不能作废。',
  tab: { posts: '岗位', vacant: '空缺', departments: '部门', persons: '人员', reorganizations: '区划调整' },
  post: {
    new: '设立岗位', newHint: '岗位设立后为空缺，须另行任命。', name: '岗位名称', kind: '类别', department: '部门', holders: '任职人员', superior: '上级岗位', none: '该地区没有岗位', noneVacant: '没有空缺岗位', vacant: '空缺', more: '更多',
    holder: '任免', holderOf: '任免：{{name}}', holderHint: '待办随岗位转给接任人员，办理期限不变。', leaving: '离任人员', joining: '接任人员',
    deputy: '安排代理', deputyOf: '安排代理：{{name}}', deputyHint: '代理人在代理期间办理该岗位的待办，台账记为“代”。', deputyPerson: '代理人', from: '开始', fromHint: '不填即刻开始', to: '结束', deputyLine: '{{name}}代理，{{from}} 至 {{to}}', endDeputy: '结束代理', endDeputyOf: '结束{{name}}的代理',
    rename: '更名', renameOf: '岗位更名：{{name}}', end: '撤销岗位', endOf: '撤销岗位：{{name}}', endHint: '任职人员同时离任；指明承接岗位的，未办待办转入承接岗位。', successor: '承接岗位', tenure: '任职记录',
  },
  postKind: { INSPECTOR: '安全监察人员', CASE_OFFICER: '承办人', APPROVER: '审批人', BUREAU_LEADER: '局领导', BUREAU_OFFICE: '局办公室', DEPARTMENT_LEADER: '部门负责人', LIAISON_OFFICER: '联络员', ASSISTANT_SUPERVISOR: '协管员', PRINCIPAL: '主要负责人', SAFETY_DIRECTOR: '安全总监', SAFETY_OFFICER: '安全员' },
  tenure: { ofPost: '任职记录：{{name}}', ofPerson: '任职记录：{{name}}', none: '没有任职记录', span: '{{from}} 至 {{to}}', now: '今', deputy: '{{name}}（代理）', by: '任命人 {{name}}', endedBy: '免职人 {{name}}' },
  department: {
    new: '设立部门', name: '部门名称', shortName: '简称', numberMark: '文号代字', code: '职责代码', codeHint: '大写字母、数字和下划线；同一职责各地区相同', duty: '职责', since: '设立日期', placeTypes: '分管场所类型', none: '该地区没有部门',
    rename: '更名', renameOf: '部门更名：{{name}}', renameHint: '自今日起更名，岗位和任职人员随之转入；此前文书保留原名称。', end: '撤销', endOf: '撤销部门：{{name}}', endHint: '仍有岗位的，应指明承接部门。', successor: '承接部门',
  },
  person: { new: '登记人员', name: '姓名', certificateNumber: '执法证号', phone: '电话', posts: '岗位', noPost: '未任岗位', login: '账号', free: '仅未任岗位', search: '姓名、证号、电话', none: '没有符合条件的人员', choose: '输入姓名查找', amendOf: '更正人员信息：{{name}}' },
  reorganization: {
    new: '安排区划调整', change: '方式', CHANGE: { RENAME: '更名', MERGE: '合并', SPLIT: '分设' }, effectiveOn: '生效日期', from: '原区划', to: '新区划', fromCodes: '原区划代码（多个用顿号分隔）', toLines: '新区划（每行一个）',
    toHint: '每行：代码 名称 简称 / 归入的地址片段 / 归入的下级代码。后两项仅用于分设，多个用顿号分隔。', basis: '批准文件', result: '办理情况', done: '单位 {{units}} 个、待办 {{tasks}} 项已转入，待核定 {{unmapped}} 个', waits: '待生效',
    none: '没有区划调整', noneHint: '合并、分设、更名在此安排，生效日零时自动办理。', hint: '生效日零时，部门、岗位、任职人员、单位和未办待办转入新区划；文号、台账保留原代码，期限不变。',
  },
  unit: {
    title: '设备与单位', units: '单位', devices: '设备', new: '登记单位', name: '单位名称', creditCode: '统一社会信用代码', creditCodeHint: '18 位；校验位不符的须与营业执照核对后确认', region: '行政区划', address: '地址', placeType: '场所类型', phone: '电话', search: '单位名称、信用代码', none: '没有符合条件的登记', noneHint: '可放宽筛选条件或者新登记。',
    count: '设备 {{count}} 台', posts: '岗位与责任人', devicesOf: '设备 {{count}} 台', hazards: '隐患', allHazards: '全部', noHazards: '没有隐患', persons: '人员', amendOf: '更正单位信息：{{name}}', amendHint: '信用代码不得更改；录错的应作废后重新登记。',
    dissolve: '登记注销', dissolveOf: '登记单位注销、解散：{{name}}', dissolveHint: '隐患不因此关闭：未办结的逐件交承办人处置。', ending: '方式', ENDING: { DEREGISTERED: '注销登记', DISSOLVED: '解散' },
    endedOn: '日期', endingProof: '依据（机关、文号、日期）', status: '状态', dissolved: '已注销或者解散',
  },
  device: {
    new: '登记设备', name: '设备名称', kind: '种类', code: '设备代码', catalogueCode: '品种代码', registrationNumber: '使用登记证编号', place: '使用地点', manufacturer: '制造单位', usedSince: '投用日期', nextInspectionOn: '下次检验日期', maintenanceUnit: '维保单位', model: '型号', status: '状态', search: '设备代码、登记证编号、名称', amendOf: '更正设备信息：{{name}}',
    STATUS: { IN_USE: '在用', OUT_OF_USE: '停用', SEALED: '封存', SCRAPPED: '报废' },
    changeStatus: '变更使用状态', changeStatusOf: '变更使用状态：{{name}}', statusAfter: '变更为', statusHint: '变更及理由记入台账。', heldHint: '该设备有未解除的限制措施，解除前不得登记为在用；使用单位登记在用的，作为拒不执行的证据记入案卷。',
    open: '查看', inForce: '执行中的限制措施', noPaper: '文书待编号', since: '自 {{at}} 起', openCase: '查看案件', user: '使用单位', hazards: '该设备的隐患',
  },
  equipmentKind: { BOILER: '锅炉', PRESSURE_VESSEL: '压力容器', ELEVATOR: '电梯', LIFTING_MACHINERY: '起重机械', IN_PLANT_VEHICLE: '场（厂）内专用机动车辆', LARGE_AMUSEMENT_DEVICE: '大型游乐设施', PRESSURE_PIPING: '压力管道', PASSENGER_ROPEWAY: '客运索道' },
  placeType: {
    RESIDENTIAL: '住宅小区', FACTORY: '工厂', OFFICE: '写字楼', MALL: '商场', SUPERMARKET: '超市', HOTEL: '宾馆', STAR_HOTEL: '星级饭店', RESTAURANT: '餐饮场所', KINDERGARTEN: '幼儿园', SCHOOL: '学校', SCHOOL_ENTERPRISE: '校办企业', HOSPITAL: '医院', CLINIC: '诊所', SPORTS_VENUE: '体育场馆',
    CULTURAL_VENUE: '文化场所', SCENIC_SPOT: '景区', TEMP_PERFORMANCE: '临时演出场所', BUILDING_SITE: '房屋建筑工地', MUNICIPAL_SITE: '市政工程工地', MUNICIPAL_UTILITY: '市政公用设施', ROAD_SITE: '公路工程工地', STATION: '车站', PORT: '港口', WATER_PROJECT_SITE: '水利工程工地', HAZ_CHEM: '危险化学品企业', MINE: '矿山',
    POWER_SUPPLY: '供电企业', FILLING_STATION: '充装站', OTHER: '其他',
  },
}
