import type { initChart } from './register.js';

/**
 * A chart in an element of the page; the caller sets its option, resizes it and disposes it. ECharts is loaded here and
 * nowhere else: paper is drawn without it.
 */
export async function mountChart(element: Parameters<typeof initChart>[0]): Promise<ReturnType<typeof initChart>> {
  const register = await import('./register.js');
  return register.initChart(element);
}
