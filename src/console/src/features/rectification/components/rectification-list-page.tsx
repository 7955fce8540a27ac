import { App, Button, Checkbox, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { formatDate } from '@/shared/format/dates'
import { useSession } from '@/shared/session/session'
import { PageHead } from '@/shared/ui/page-head'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { useIssueRectificationList, useRectificationList, type RectificationRow } from '../api/read-rectification-list'

/** 整改清单 of one unit: the problem, the five implementations and how it stands, open ones first. */
export default function RectificationListPage() {
  const { t } = useTranslation(['rectification', 'shared'])
  const { enterpriseId = '' } = useParams()
  const { user } = useSession()
  const { notification } = App.useApp()
  const [openOnly, setOpenOnly] = useState(false)
  const list = useRectificationList(enterpriseId, openOnly)
  const issue = useIssueRectificationList(enterpriseId)
  const mayIssue = user.posts.some((one) => one.kind === 'CASE_OFFICER' && !one.enterpriseId)
  const send = () => issue.mutate(undefined, {
    onSuccess: (document) => notification.success({
      title: t('list.issued', { number: document.number }),
      description: <a href={`/api/documents/${document.id}/html`} target="_blank" rel="noreferrer">{document.title}</a>,
    }),
  })
  const columns: TableColumnsType<RectificationRow> = [
    { title: t('list.index'), key: 'index', width: 56, align: 'right', render: (_, __, index) => index + 1 },
    { title: t('list.problem'), dataIndex: 'problem', width: 240, render: (text: string, row) => <><Link to={`/hazards/${row.matterId}`}>{row.number}</Link><div>{text}</div></> },
    { title: t('list.grade'), dataIndex: 'gradeName', width: 64, render: (name: string | null, row) => <span className={row.grade === 'MAJOR' ? 'grade-major' : undefined}>{name ?? '—'}</span> },
    { title: t('list.goal'), dataIndex: 'goal', width: 200, render: (goal: string | null) => goal ?? <span className="muted">{t('list.noPlan')}</span> },
    { title: t('list.measures'), dataIndex: 'measures', width: 240, render: (measures: RectificationRow['measures']) => measures.map((one) => <div key={one.text}>{one.text}（{one.date}，{one.owner}）</div>) },
    { title: t('list.deadline'), dataIndex: 'deadline', width: 150, render: (day: string | null, row) => <span className={row.isOverdue ? 'due-overdue' : undefined}>{formatDate(day)}{row.isOverdue && ` ${t('list.overdue')}`}</span> },
    { title: t('list.responsible'), dataIndex: 'responsible', width: 120 },
    { title: t('list.funding'), dataIndex: 'fundingAmount', width: 120, align: 'right', render: (amount: number | null, row) => amount === null ? '—' : <>{amount.toFixed(2)}<div className="muted small">{row.fundingSource}</div></> },
    { title: t('list.state'), dataIndex: 'stateName', width: 120, render: (name: string, row) => <>{name}{row.signedOffOn && <div className="muted small">{row.signedOffOn}</div>}</> },
  ]
  return (
    <div className="page">
      <PageHead title={list.data ? t('list.titleOf', { name: list.data.enterpriseName }) : t('list.title')}
        sub={list.data && t('list.summary', { open: list.data.open, overdue: list.data.overdue, signedOff: list.data.signedOff })}>
        <Button className="no-print" onClick={() => window.print()}>{t('list.print')}</Button>
        {mayIssue && <Button className="no-print" type="primary" loading={issue.isPending} disabled={!list.data?.open} onClick={send} data-testid="issue-list">{t('list.issue')}</Button>}
      </PageHead>
      {issue.isError && <ProblemAlert error={issue.error} />}
      <div className="filter-bar no-print"><Checkbox checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)}>{t('list.openOnly')}</Checkbox></div>
      <section className="panel panel-flush">
        {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          : !list.data ? <Loading />
            : list.data.rows.length === 0 ? <EmptyState title={t('list.empty')} hint={t('list.emptyHint')} />
              : <Table<RectificationRow> size="small" rowKey="matterId" pagination={false} scroll={{ x: 1300 }} columns={columns} dataSource={list.data.rows} data-testid="rectification-list" />}
      </section>
    </div>
  )
}
