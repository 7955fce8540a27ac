import type { ThemeConfig } from 'antd'

export const FONT = "'PingFang SC', 'Microsoft YaHei', '微软雅黑', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif"

export const theme: ThemeConfig = {
  token: {
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#1a4f8f',
    colorLink: '#1a4f8f',
    colorError: '#b3261e',
    colorWarning: '#a85b00',
    colorSuccess: '#1f7a3d',
    colorText: '#1c2733',
    colorTextSecondary: '#4c5b6b',
    colorTextPlaceholder: '#6b7785',
    colorBorder: '#c3ccd6',
    colorBgLayout: '#eef1f5',
    colorPrimaryBg: '#e7effa',
    colorPrimaryBgHover: '#d6e4f6',
    controlItemBgActive: '#e7effa',
    colorErrorBg: '#fdeceb',
    colorErrorBorder: '#eab8b4',
    colorWarningBg: '#fff6e5',
    colorWarningBorder: '#eccb94',
    colorInfoBg: '#e7effa',
    colorInfoBorder: '#c5d7ef',
    colorSuccessBg: '#e6f4ea',
    colorSuccessBorder: '#a9d3b6',
    borderRadius: 3,
    fontFamily: FONT,
    fontSize: 14,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#e6ebf1', headerColor: '#1c2733', rowHoverBg: '#f0f5fb', headerBorderRadius: 0 },
    Menu: { itemHeight: 36, itemMarginInline: 0, itemBorderRadius: 0, itemSelectedBg: '#e7effa', itemSelectedColor: '#1a4f8f' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Segmented: { itemSelectedBg: '#1a4f8f', itemSelectedColor: '#ffffff' },
  },
}
