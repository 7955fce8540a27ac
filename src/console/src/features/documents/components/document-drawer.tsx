import { DownloadOutlined, FolderOpenOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, Drawer, Form, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '@/shared/session/session'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { useIsPhone } from '@/shared/ui/use-media'
import { useChangeDocument } from '../api/change-document'
import type { DocumentRow } from '../api/list-documents'
import { DocumentState } from './document-state'

/** The paper itself beside the list; what may be done with it stands above it. */
export function DocumentDrawer({ document, onClose }: { document: DocumentRow | null; onClose: () => void }) {
  const { t } = useTranslation('documents')
  const isPhone = useIsPhone()
  const frame = useRef<HTMLIFrameElement>(null)
  if (document === null) return null
  return (
    <Drawer
      open onClose={onClose} size={isPhone ? '100%' : 860} title={<span data-testid="document-title">{document.number ?? t('unnumbered')}</span>}
      styles={{ body: { padding: 0, display: 'flex', flexDirection: 'column' } }} data-testid="document-drawer"
    >
      <div className="document-acts">
        <DocumentState state={document.state} name={document.stateName} />
        <Button icon={<PrinterOutlined />} onClick={() => frame.current?.contentWindow?.print()} data-testid="print-document">{t('print')}</Button>
        <Button icon={<DownloadOutlined />} href={`/api/documents/${document.id}/docx`} data-testid="download-docx">{t('docx')}</Button>
        <Link to={`/hazards/${document.matterId}`} className="ant-btn ant-btn-default" data-testid="open-case"><FolderOpenOutlined /> {t('case')}</Link>
        <ApproverActs key={document.id} document={document} />
      </div>
      <iframe
        ref={frame} key={`${document.id}-${document.version}`} src={`/api/documents/${document.id}/html`} title={document.title} className="document-frame"
        sandbox="allow-same-origin allow-modals" data-testid="document-frame"
      />
    </Drawer>
  )
}

/** Whether the matter is this approver's is decided by the server. */
function ApproverActs({ document }: { document: DocumentRow }) {
  const { t } = useTranslation(['documents', 'shared'])
  const { user } = useSession()
  const { message } = App.useApp()
  const change = useChangeDocument()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  if (!user.roles.includes('approver') || document.state === 'VOID') return null
  const finish = (done: string) => ({ onSuccess: () => { setAsking(false); void message.success(done) } })
  return (
    <>
      {document.state === 'DRAFT' && (
        <Button type="primary" loading={change.isPending} onClick={() => change.mutate({ document, command: 'issue' }, finish(t('issued')))} data-testid="issue-document">{t('issue')}</Button>
      )}
      <Button danger onClick={() => { change.reset(); setAsking(true) }} data-testid="void-document">{t('void')}</Button>
      {change.isError && !asking && <ProblemAlert error={change.error} />}
      <Modal
        open={asking} title={t('voidTitle', { number: document.number ?? t('unnumbered') })} okText={t('void')} okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: change.isPending }}
        cancelText={t('shared:action.cancel')} onCancel={() => setAsking(false)} onOk={() => change.mutate({ document, command: 'void', reason: reason.trim() }, finish(t('voided')))}
      >
        <p className="form-note">{t('voidHint')}</p>
        <Form layout="vertical">
          <Form.Item label={t('reason')} required><Input.TextArea rows={3} maxLength={300} showCount value={reason} onChange={(event) => setReason(event.target.value)} data-testid="void-reason" /></Form.Item>
        </Form>
        {change.isError && <ProblemAlert error={change.error} />}
      </Modal>
    </>
  )
}
