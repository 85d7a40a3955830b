/** ECharts, loaded only where a chart is shown, with what these charts need and the colours of the page. */
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts.js';
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components.js';
import { init, use, type EChartsType } from 'echarts/core.js';
import { CanvasRenderer } from 'echarts/renderers.js';
import type { Bar } from './bars';
import type { Dot, Trend } from './figures';

use([BarChart, CustomChart, LineChart, ScatterChart, AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

const FONT = { fontFamily: 'system-ui, sans-serif', fontSize: 13 };

function at(place: HTMLElement, height: number): EChartsType {
  place.style.height = `${height}px`;
  return init(place, undefined, { renderer: 'canvas' });
}

/** Names stand left of the marks, in two lines where they are long: agencies differ at the end of theirs. */
function names(place: HTMLElement): { left: number; label: object } {
  const width = Math.round(Math.min(230, place.clientWidth * 0.38));
  return { left: width + 14, label: { ...FONT, color: colour('--ink'), width, overflow: 'break', lineHeight: 16 } };
}

/** Dots with their intervals, one line each, from 0 to 100 %. */
export function dots(place: HTMLElement, rows: Dot[]): EChartsType {
  const shown = rows.filter((row) => row.index !== undefined);
  const { left, label } = names(place);
  const chart = at(place, 46 + rows.length * 42);
  const text = { ...FONT, color: colour('--ink') };
  chart.setOption({
    animation: false,
    textStyle: text,
    grid: { left, right: 24, top: 8, bottom: 30 },
    tooltip: { renderMode: 'richText' },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { ...text, formatter: '{value} %' }, splitLine: { lineStyle: { color: colour('--line') } } },
    yAxis: {
      type: 'category', inverse: true, data: rows.map((row) => row.label), axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line') } },
      axisLabel: label,
    },
    series: [
      {
        type: 'custom', silent: true, data: shown.map((row) => [row.low, row.high, row.label]), encode: { x: [0, 1], y: 2 },
        renderItem: (_: unknown, api: { value: (i: number) => number; coord: (v: unknown[]) => number[] }) => {
          const [low, y] = api.coord([api.value(0), api.value(2)]);
          const [high] = api.coord([api.value(1), api.value(2)]);
          return { type: 'rect', shape: { x: low, y: y - 4, width: high - low, height: 8, r: 4 }, style: { fill: colour('--green'), opacity: 0.35 } };
        },
      },
      { type: 'scatter', symbolSize: 13, itemStyle: { color: colour('--green') }, data: shown.map((row) => [row.index, row.label]) },
    ],
  });
  return chart;
}

/** A line with the interval of each month; breaks stand upright. */
export function trend(place: HTMLElement, months: Trend): EChartsType {
  const chart = at(place, 260);
  const text = { ...FONT, color: colour('--ink') };
  chart.setOption({
    animation: false,
    textStyle: text,
    grid: { left: 46, right: 16, top: 16, bottom: 30 },
    tooltip: { renderMode: 'richText' },
    xAxis: { type: 'category', data: months.rows.map((row) => row.key), axisLabel: text, axisLine: { lineStyle: { color: colour('--line') } } },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { ...text, formatter: '{value} %' }, splitLine: { lineStyle: { color: colour('--line') } } },
    series: [
      {
        type: 'custom', silent: true, encode: { x: 0, y: [1, 2] },
        data: months.rows.filter((row) => row.low !== undefined).map((row) => [row.key, row.low, row.high]),
        renderItem: (_: unknown, api: { value: (i: number) => number; coord: (v: unknown[]) => number[] }) => {
          const [x, low] = api.coord([api.value(0), api.value(1)]);
          const [, high] = api.coord([api.value(0), api.value(2)]);
          return { type: 'rect', shape: { x: x - 4, y: high, width: 8, height: low - high, r: 4 }, style: { fill: colour('--green'), opacity: 0.35 } };
        },
      },
      {
        type: 'line', symbolSize: 10, lineStyle: { color: colour('--green'), width: 2.5 }, itemStyle: { color: colour('--green') },
        data: months.rows.map((row) => row.index ?? null),
        markLine: { symbol: 'none', silent: true, lineStyle: { color: colour('--warm'), type: 'dashed', width: 2 }, label: { color: colour('--warm'), formatter: '{b}' },
          data: months.breaks.map((one) => ({ xAxis: one.month, name: one.label })) },
      },
    ],
  });
  return chart;
}

/** Points reached of the points possible, one bar each. */
export function bars(place: HTMLElement, rows: Bar[]): EChartsType {
  const { left, label } = names(place);
  const chart = at(place, 40 + rows.length * 42);
  const text = { ...FONT, color: colour('--ink') };
  const most = Math.max(...rows.map((row) => row.max));
  chart.setOption({
    animation: false,
    textStyle: text,
    grid: { left, right: 64, top: 4, bottom: 26 },
    tooltip: { renderMode: 'richText', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', min: 0, max: most, axisLabel: { ...text, hideOverlap: true }, splitLine: { lineStyle: { color: colour('--line') } } },
    yAxis: {
      type: 'category', inverse: true, data: rows.map((row) => row.label), axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line') } },
      axisLabel: label,
    },
    series: [
      { type: 'bar', silent: true, barWidth: 16, barGap: '-100%', itemStyle: { color: colour('--line'), opacity: 0.6 }, data: rows.map((row) => row.max) },
      {
        type: 'bar', barWidth: 16, itemStyle: { color: colour('--green') }, data: rows.map((row) => row.value),
        label: { show: true, position: 'right', color: colour('--ink'), textBorderWidth: 0, formatter: ({ value }: { value: number }) => value.toLocaleString(document.documentElement.lang) },
      },
    ],
  });
  return chart;
}
