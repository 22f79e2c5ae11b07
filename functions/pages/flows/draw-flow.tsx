// A flow diagram (流程示意图) as SVG, drawn from the flow's definition: D1 三5 “制订规范的服务流程示意图”.
import {
  type CaseFlow,
  FLOW_NAMES,
  type FlowEdge,
  flowShape,
} from "../../../shared/capabilities/cases/case-flows.ts";
import { type CaseStatus, caseStatuses } from "../../../shared/capabilities/cases/case-transitions.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";

const BOX = { width: 210, height: 58 };
const GAP = 66;
const MAIN_X = 80;
const SIDE_X = 560;
const TOP = 96;
export const DIAGRAM_WIDTH = 800;

const RECEIPT: Text = { zh: "群众提出事项（收件）", en: "Resident brings the matter" };
const STEP_OF_RECEIPT: Text = { zh: "登记受理", en: "register" };

interface Place {
  readonly x: number;
  readonly y: number;
}

export interface FlowDrawing {
  readonly title: string;
  readonly flow: CaseFlow;
  readonly upstream: boolean;
  /** `3 个工作日`. */
  readonly limit: string;
  readonly responsible: string;
  readonly locale: Locale;
}

export function FlowDiagram({ title, flow, upstream, limit, responsible, locale }: FlowDrawing) {
  const t = (text: Text) => say(text, locale);
  const shape = flowShape(flow, upstream);
  // Without a status on the side the way stands in the middle.
  const mainX = shape.side.length === 0 ? (DIAGRAM_WIDTH - BOX.width) / 2 : MAIN_X;
  const places = new Map<CaseStatus, Place>();
  shape.main.forEach((status, at) => {
    places.set(status, { x: mainX, y: TOP + (at + 1) * (BOX.height + GAP) });
  });
  const processing = places.get("processing") ?? { x: mainX, y: TOP };
  shape.side.forEach((status, at) => {
    places.set(status, { x: SIDE_X, y: processing.y + at * (BOX.height + GAP) });
  });
  const height = TOP + (shape.main.length + 1) * (BOX.height + GAP) - 20;
  const facts: readonly (readonly [Text, string])[] = [
    [{ zh: "流程", en: "Flow" }, t(FLOW_NAMES[flow])],
    [{ zh: "办理期限", en: "Limit" }, limit],
    [{ zh: "承办责任", en: "Responsible" }, responsible],
  ];
  return (
    <svg
      class="flow"
      viewBox={`0 0 ${DIAGRAM_WIDTH} ${height}`}
      role="img"
      aria-label={title}
      xmlns="http://www.w3.org/2000/svg"
      font-family="'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0L10 5L0 10z" fill="#0b4a6f" />
        </marker>
      </defs>
      <rect width={DIAGRAM_WIDTH} height={height} fill="#fff" />
      <text x={DIAGRAM_WIDTH / 2} y="36" text-anchor="middle" font-size="24" font-weight="700" fill="#0b4a6f">
        {title}
      </text>
      <text x={DIAGRAM_WIDTH / 2} y="66" text-anchor="middle" font-size="15" fill="#51606f">
        {facts.map(([label, value]) => `${t(label)}：${value}`).join("　")}
      </text>
      <Box place={{ x: mainX, y: TOP }} text={t(RECEIPT)} round />
      <Arrow from={{ x: mainX, y: TOP }} to={processing} label={t(STEP_OF_RECEIPT)} />
      {shape.edges.map((edge) => (
        <Edge key={edge.action} edge={edge} places={places} locale={locale} />
      ))}
      {[...places].map(([status, place]) => (
        <Box
          key={status}
          place={place}
          text={t(caseStatuses[status].label)}
          round={status === "fedBack"}
          side={shape.side.includes(status)}
        />
      ))}
    </svg>
  );
}

function Box({
  place: { x, y },
  text,
  round = false,
  side = false,
}: {
  readonly place: Place;
  readonly text: string;
  readonly round?: boolean;
  readonly side?: boolean;
}) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={BOX.width}
        height={BOX.height}
        rx={round ? BOX.height / 2 : 8}
        fill={side ? "#fff4dc" : "#e8f1f6"}
        stroke={side ? "#7a4a00" : "#0b4a6f"}
        stroke-width="2"
      />
      <text
        x={x + BOX.width / 2}
        y={y + BOX.height / 2 + 6}
        text-anchor="middle"
        font-size="17"
        font-weight="600"
        fill="#1b2733"
      >
        {text}
      </text>
    </g>
  );
}

/** Down the middle, out to the side, or back from it. */
function Edge({
  edge: { from, to, label },
  places,
  locale,
}: {
  readonly edge: FlowEdge;
  readonly places: ReadonlyMap<CaseStatus, Place>;
  readonly locale: Locale;
}) {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return null;
  if (start.x === end.x) return <Arrow from={start} to={end} label={say(label, locale)} />;
  const out = end.x > start.x;
  const side = out ? end : start;
  const middle = places.get("processing") ?? start;
  // Going out runs above, coming back below; what lies lower leaves lower and bends: no two lines meet.
  const level = side.y === middle.y;
  const y = side.y + (out ? 18 : BOX.height - 14);
  const mainY = level ? y : middle.y + BOX.height - (out ? 7 : 2);
  const [left, right] = [MAIN_X + BOX.width, SIDE_X];
  const bend = left + (out ? 34 : 18);
  const path = level
    ? `M${out ? left : right} ${y}H${out ? right - 3 : left + 3}`
    : out
      ? `M${left} ${mainY}H${bend}V${y}H${right - 3}`
      : `M${right} ${y}H${bend}V${mainY}H${left + 3}`;
  return (
    <g>
      <path d={path} fill="none" stroke="#0b4a6f" stroke-width="2" marker-end="url(#arrow)" />
      <Label x={left + 44} y={y - 6} text={say(label, locale)} start />
    </g>
  );
}

function Arrow({ from, to, label }: { readonly from: Place; readonly to: Place; readonly label: string }) {
  const x = from.x + BOX.width / 2;
  return (
    <g>
      <path
        d={`M${x} ${from.y + BOX.height}V${to.y - 3}`}
        fill="none"
        stroke="#0b4a6f"
        stroke-width="2"
        marker-end="url(#arrow)"
      />
      <Label x={x + 12} y={(from.y + BOX.height + to.y) / 2 + 5} text={label} start />
    </g>
  );
}

function Label({
  x,
  y,
  text,
  start = false,
}: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly start?: boolean;
}) {
  return (
    <text
      x={x}
      y={y}
      text-anchor={start ? "start" : "middle"}
      font-size="14"
      fill="#1b2733"
      stroke="#fff"
      stroke-width="4"
      paint-order="stroke"
    >
      {text}
    </text>
  );
}
