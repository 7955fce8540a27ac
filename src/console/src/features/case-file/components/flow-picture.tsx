import { Background, Controls, Handle, MarkerType, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { Button, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FlowView } from '@/shared/matters/case'

type StepNode = Node<{ name: string; status: string; type: string }, 'step'>

function Step({ data }: NodeProps<StepNode>) {
  return (
    <div className={`flow-step flow-${data.status.toLowerCase()}`} data-testid="flow-step" data-status={data.status}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <span>{data.name}</span>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  )
}

const nodeTypes = { step: Step }
const shortType = (type: string) => type.split('.').at(-1) ?? type

function Canvas({ flow, whole }: { flow: FlowView; whole: boolean }) {
  const { t } = useTranslation('case-file')
  const nodes = useMemo<StepNode[]>(() => flow.activities.map((one) => ({
    id: one.id,
    type: 'step',
    position: { x: one.x, y: one.y },
    width: one.width ?? 180,
    height: one.height ?? 44,
    data: { name: one.name || shortType(one.type), status: one.status, type: one.type },
  })), [flow])
  const edges = useMemo<Edge[]>(() => {
    const reached = new Set(flow.activities.filter((one) => one.status !== 'NONE').map((one) => one.id))
    return flow.connections.map((one, index) => ({
      id: `${one.from}-${one.to}-${index}`,
      source: one.from,
      target: one.to,
      ...(one.port && one.port !== 'Done' ? { label: t(`flow.port.${one.port}`, { defaultValue: one.port }) } : {}),
      type: 'smoothstep',
      markerEnd: { type: MarkerType.ArrowClosed },
      className: reached.has(one.from) && reached.has(one.to) ? 'edge-walked' : 'edge-open',
    }))
  }, [flow, t])
  const current = nodes.filter((one) => one.data.status === 'RUNNING')
  const near = !whole && current.length > 0
  return (
    <div className={whole ? 'flow-canvas flow-canvas-large' : 'flow-canvas'}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ nodes: near ? current : nodes, padding: near ? 1.4 : 0.06, maxZoom: 1, minZoom: !near ? 0.15 : current.length > 1 ? 0.25 : 0.6 }}
        minZoom={0.15}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={20} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}

/** The flow as its author drew it, to look at only; where it stands now is lit. */
export default function FlowPicture({ flow }: { flow: FlowView }) {
  const { t } = useTranslation('case-file')
  const [open, setOpen] = useState(false)
  return (
    <figure className="flow-picture" data-testid="flow-picture">
      <figcaption className="muted small">
        <span>{flow.name} {t('flow.version', { version: flow.version })} · {t(`flow.status.${flow.status}`, { defaultValue: flow.status })}</span>
        <Button size="small" onClick={() => setOpen(true)} data-testid="flow-whole">{t('flow.whole')}</Button>
      </figcaption>
      <Canvas flow={flow} whole={false} />
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} width="min(1400px, 96vw)" title={flow.name} destroyOnHidden centered>
        <p className="muted small">{t('flow.legend')}</p>
        <Canvas flow={flow} whole />
      </Modal>
    </figure>
  )
}
