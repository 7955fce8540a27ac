import { createBrowserRouter } from 'react-router'
import { features } from './features'
import { Frame } from './layout/frame'
import { Crash } from './layout/crash'
import { NotFound } from './layout/not-found'

export const router = createBrowserRouter([
  {
    path: '/',
    element: <Frame />,
    errorElement: <Crash />,
    hydrateFallbackElement: <div className="boot" />,
    children: [
      {
        errorElement: <Crash />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./routes/workbench-page')).default }) },
          { path: 'tasks', lazy: async () => ({ Component: (await import('./routes/tasks-page')).default }) },
          ...features.flatMap((one) => one.routes),
          { path: 'hazards/:id', lazy: async () => ({ Component: (await import('./routes/case-page')).default }) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
])
